package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.roster.Reason;

/** The members of a municipality's list of supporters, for lists of what they did or are in: by sets. */
public final class ListedMembers {

    /** Who has a member number; {@code gone} ones left by themselves. */
    public record Member(UUID supporter, boolean active, boolean gone) {

        /** Why nothing new is taken of that member; null for one who may not be there at all. */
        public static Reason unlisted(Member member) {
            return member != null && member.gone() ? Reason.REMOVED_ON_REQUEST : Reason.UNKNOWN_MEMBER;
        }
    }

    private final String municipality;

    public ListedMembers(String municipality) {
        this.municipality = municipality;
    }

    /** By member number. */
    public Map<String, Member> of(List<String> numbers, Connection connection) throws SQLException {
        Map<String, Member> members = HashMap.newHashMap(numbers.size());
        Sql.list(
                connection,
                row -> members.put(
                        row.getString(1),
                        new Member(row.getObject(2, UUID.class), row.getBoolean(3), row.getBoolean(4))),
                """
                select source_id, supporter, ended_on is null, coalesce(ended_by, '') = 'PERSON'
                from tie
                where municipality = ? and source_system = 'list' and source_id = any(?)""",
                municipality,
                numbers);
        return members;
    }

    /** Holds them until the transaction ends, in the order of their ids, as every other writer of several supporters does. */
    public void hold(Collection<UUID> supporters, Connection connection) throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select id from supporter where id = any(?) order by id for no key update",
                connection.createArrayOf("uuid", supporters.toArray()));
    }

    /** Those of them who are no members any more, and why nothing is taken of them. */
    public Map<UUID, Reason> left(Collection<UUID> supporters, Connection connection) throws SQLException {
        Map<UUID, Reason> left = new HashMap<>();
        Sql.list(
                connection,
                row -> left.put(row.getObject(1, UUID.class), Reason.of(row.getString(2))),
                """
                select t.supporter,
                       case when t.ended_by = 'PERSON' or s.state = 'REMOVED' then 'removedOnRequest' else 'unknownMember' end
                from tie t join supporter s on s.id = t.supporter
                where t.municipality = ? and t.supporter = any(?) and (s.state = 'REMOVED' or t.ended_on is not null)""",
                municipality,
                connection.createArrayOf("uuid", supporters.toArray()));
        return left;
    }
}
