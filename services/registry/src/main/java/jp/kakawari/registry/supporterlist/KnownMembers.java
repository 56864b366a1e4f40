package jp.kakawari.registry.supporterlist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.roster.Completion.Told;
import jp.kakawari.registry.roster.Entry;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.Origin;

/** What is known of the members of a list before its rows are looked at: by sets, and only as much as is needed. */
final class KnownMembers {

    /** A member as the last list left them. */
    record Member(UUID supporter, byte[] rowHash, byte[] contentHash, boolean ended, boolean gone) {

        boolean wrote(byte[] spelling, byte[] hash, BlindIndex index) {
            return !ended && index.isRow(rowHash, hash, spelling);
        }

        boolean meant(byte[] canonical, byte[] hash, BlindIndex index) {
            return !ended && index.isContent(contentHash, hash, canonical);
        }
    }

    /**
     * The supporter behind a member.
     *
     * @param profile rises with each change of what a list also tells
     * @param removed whether they left, or ended the tie themselves: of one look with the revision
     * @param touched whether somebody else changed them since the last list
     * @param countedAs the person's key, under which they are told; null for a record by itself
     * @param alone whether this tie is their only one
     * @param sealed their personal data, null where the list tells all of them
     * @param refusesMail whether the person said so themself, which no list undoes
     * @param guardianKnown whether somebody consented for them as a minor
     * @param held what the list may change and doesn't tell
     */
    record Record(
            long revision,
            long profile,
            boolean removed,
            boolean touched,
            String countedAs,
            boolean alone,
            Kind kind,
            Mode mode,
            UUID registeredBy,
            Stage stage,
            LocalDate lastActiveOn,
            byte[] sealed,
            boolean refusesMail,
            boolean guardianKnown,
            Entry held) {}

    private final String municipality;

    KnownMembers(String municipality) {
        this.municipality = municipality;
    }

    /** By member number. */
    Map<String, Member> of(List<String> numbers, Connection connection) throws SQLException {
        Map<String, Member> members = HashMap.newHashMap(numbers.size());
        Sql.list(
                connection,
                row -> members.put(
                        row.getString(1),
                        new Member(
                                row.getObject(2, UUID.class),
                                row.getBytes(3),
                                row.getBytes(4),
                                row.getBoolean(5),
                                row.getBoolean(6))),
                """
                select source_id, supporter, row_hash, content_hash, ended_on is not null, coalesce(ended_by, '') = 'PERSON'
                from tie
                where municipality = ? and source_system = 'list' and source_id = any(?)""",
                municipality,
                numbers);
        return members;
    }

    /** By supporter, without what the list tells of everybody. */
    Map<UUID, Record> records(Collection<UUID> supporters, Told told, Connection connection) throws SQLException {
        Map<UUID, Record> records = HashMap.newHashMap(supporters.size());
        if (supporters.isEmpty()) {
            return records;
        }
        Sql.list(
                connection,
                row -> records.put(row.getObject(1, UUID.class), record(row)),
                """
                select s.id, s.revision, s.state = 'REMOVED' or coalesce(t.ended_by, '') = 'PERSON', s.profile_revision <> t.synced_profile,
                       not exists (select from tie o
                                   where o.supporter = s.id and o.municipality <> t.municipality and o.ended_on is null),
                       s.kind, s.mode, s.registered_by, s.channel, t.stage, t.last_active_on,
                       case when s.profile_revision is distinct from t.synced_profile or (coalesce(t.synced_parts, -1) & ?) <> 0
                            then s.personal end,
                       s.prefecture, s.country, s.home, case when ? then '{}' else s.skills end,
                       case when ? then '{}' else s.interests end, case when ? then '{}' else t.origins end, t.since, t.mail_consent,
                       t.affiliation, t.referrer, s.counted_as,
                       exists (select from consent c
                               where c.supporter = s.id and c.purpose = 'MAIL' and c.recipient = t.municipality
                                 and c.state <> 'GIVEN' and c.through in ('SELF', 'UNSUBSCRIBE', 'GUARDIAN')),
                       exists (select from guardian g where g.supporter = s.id), s.profile_revision
                from supporter s join tie t on t.municipality = ? and t.supporter = s.id
                where s.id = any(?)""",
                ~told.personal(),
                told.skills(),
                told.interests(),
                told.origins(),
                municipality,
                connection.createArrayOf("uuid", supporters.toArray()));
        return records;
    }

    private static Record record(ResultSet row) throws SQLException {
        String mode = row.getString(7);
        return new Record(
                row.getLong(2),
                row.getLong(26),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(23),
                row.getBoolean(5),
                Kind.valueOf(row.getString(6)),
                mode == null ? null : Mode.valueOf(mode),
                row.getObject(8, UUID.class),
                Stage.valueOf(row.getString(10)),
                row.getObject(11, LocalDate.class),
                row.getBytes(12),
                row.getBoolean(24),
                row.getBoolean(25),
                held(row));
    }

    /** Without the personal part, which is still sealed. */
    private static Entry held(ResultSet row) throws SQLException {
        return new Entry(
                null,
                null,
                row.getString(13),
                row.getString(14),
                row.getString(15),
                Sql.texts(row, 16),
                Sql.texts(row, 17),
                Sql.texts(row, 18).stream().map(Origin::valueOf).toList(),
                row.getObject(19, LocalDate.class),
                row.getBoolean(20),
                row.getString(9),
                row.getString(21),
                row.getString(22));
    }
}
