package jp.kakawari.registry.membershiplist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.staging.Sql;

/** The memberships that rows may speak of: by number, and those that their members hold now or were in last. */
final class KnownMemberships {

    /** What a list says of a membership. */
    record Content(
            int policy,
            String tier,
            LocalDate joinedOn,
            LocalDate validUntil,
            State state,
            LocalDate endedOn,
            Ending because) {

        boolean active() {
            return state == State.ACTIVE;
        }

        boolean isPlacedAs(Content other) {
            return policy == other.policy && tier.equals(other.tier);
        }

        boolean onTermsOf(Content other) {
            return tier.equals(other.tier)
                    && joinedOn.equals(other.joinedOn)
                    && Objects.equals(validUntil, other.validUntil);
        }
    }

    /**
     * A membership as it stands; its number in its scheme never changes.
     *
     * @param changes how often people and desks changed what lists also say
     * @param touched whether they did since the last exchange with a list, or since it began where there was none
     * @param told the fingerprint of what the list last said, null where its next row is news
     */
    record Known(
            UUID id, String municipality, UUID supporter, Content content, long changes, boolean touched, byte[] told) {

        boolean wasTold(MembershipRow row) {
            return Arrays.equals(told, row.fingerprint());
        }
    }

    /**
     * What there is of a row's number, and of its member in the scheme.
     *
     * @param numbered the membership under the number, or null
     * @param held the one that the member holds now, or null
     * @param left the one that the member was in last, or null
     */
    record Standing(Known numbered, Known held, Known left) {}

    /** One person or number in one scheme. */
    private record InScheme<T>(String scheme, T one) {}

    private static final String COLUMNS = """
            scheme, number, id, municipality, supporter, policy, tier, joined_on, valid_until, state, ended_on,
                   ended_because, changes_here, changes_here <> coalesce(listed_changes, 0), listed_hash
            from membership
            """;

    private final Map<InScheme<String>, Known> byNumber = new HashMap<>();
    private final Map<InScheme<UUID>, Known> active = new HashMap<>();
    private final Map<InScheme<UUID>, Known> left = new HashMap<>();

    private KnownMemberships() {}

    /** Reads what stands under these numbers in any of these schemes, and what these supporters hold or held last. */
    static KnownMemberships of(
            Set<String> schemes, Collection<String> numbers, Collection<UUID> supporters, Connection connection)
            throws SQLException {
        KnownMemberships known = new KnownMemberships();
        Sql.list(
                connection,
                row -> known.byNumber.put(new InScheme<>(row.getString(1), row.getString(2)), read(row)),
                "select " + COLUMNS + "where scheme = any(?) and number = any(?)",
                List.copyOf(schemes),
                List.copyOf(numbers));
        Sql.list(
                connection,
                row -> {
                    Known read = read(row);
                    return (read.content().active() ? known.active : known.left)
                            .put(new InScheme<>(row.getString(1), read.supporter()), read);
                },
                "select distinct on (scheme, supporter, state) " + COLUMNS + """
                where supporter = any(?) and state in ('ACTIVE', 'ENDED') and number is not null
                order by scheme, supporter, state, ended_on desc, id desc""",
                connection.createArrayOf("uuid", supporters.toArray()));
        return known;
    }

    /** @param supporter null where the row's member is unknown */
    Standing standing(String scheme, String number, UUID supporter) {
        InScheme<UUID> member = new InScheme<>(scheme, supporter);
        return new Standing(byNumber.get(new InScheme<>(scheme, number)), active.get(member), left.get(member));
    }

    private static Known read(ResultSet row) throws SQLException {
        String because = row.getString(12);
        return new Known(
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                new Content(
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class),
                        State.valueOf(row.getString(10)),
                        row.getObject(11, LocalDate.class),
                        because == null ? null : Ending.valueOf(because)),
                row.getLong(13),
                row.getBoolean(14),
                row.getBytes(15));
    }
}
