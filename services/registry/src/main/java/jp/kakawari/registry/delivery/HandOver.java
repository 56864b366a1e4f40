package jp.kakawari.registry.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.mail.LinkToken;
import jp.kakawari.registry.mail.Posted;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.Sql;

/**
 * Takes the next few whose turn it is and notes, before the mail server hears of them, that it will. What happens then is
 * noted afterwards. A process that dies in between leaves them HANDED: the mail server may have taken their letters, so they
 * are not written to again, and become UNKNOWN.
 */
@ApplicationScoped
class HandOver {

    /**
     * Whoever withdrew meanwhile is asked here once more, by whichever way they did, and the campaign whether it still goes
     * on; who was put off comes last.
     */
    private static final String TAKE = """
            with sending as materialized (
                select c.id from campaign c
                where c.id = ? and c.state = 'SENDING'
                  and not exists (select from organization o where o.id = c.created_by and o.state <> 'ACTIVE')
                for share of c),
            turn as (
                select d.supporter from campaign_delivery d
                where d.campaign = (select id from sending) and d.state = 'WAITING'
                order by d.handed_at nulls first, d.supporter limit ? for update skip locked),
            numbered as (select supporter, row_number() over (order by supporter) as place from turn)
            update campaign_delivery d
            set state = case when t.ended_on is null and s.personal is not null and %s then 'HANDED' else 'WITHDRAWN' end,
                handed_at = now(), token = link.token
            from numbered n
                 join unnest(?) with ordinality as link (token, place) on link.place = n.place
                 join supporter s on s.id = n.supporter
                 join tie t on t.supporter = n.supporter and t.municipality = ?
            where d.campaign = ? and d.supporter = n.supporter
            returning d.supporter, d.state, d.token, s.personal,
                case when cardinality(s.languages) > 0 then s.languages[1] not like 'ja%%'
                     else coalesce(s.country, 'JP') <> 'JP' end""";

    private static final String NOTE = """
            update campaign_delivery d set state = case
                when o.state <> 'NOT_NOW' then o.state
                when d.gathered_at > now() - interval '5 days' then 'WAITING'
                else 'REFUSED' end
            from unnest(?, ?) as o (supporter, state)
            where d.campaign = ? and d.supporter = o.supporter and d.state = 'HANDED'""";

    private final PersonalData seals;

    HandOver(PersonalData seals) {
        this.seals = seals;
    }

    /** @return those who are to be written to now; null when nobody was left waiting */
    List<Recipient> take(Connection connection, Campaigning campaign, int most) throws SQLException {
        Map<String, LinkToken> tokens = new HashMap<>();
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            LinkToken token = LinkToken.next();
            hashes.add(token.hash());
            tokens.put(key(token.hash()), token);
        }
        List<Taken> taken = Sql.list(
                connection,
                row -> new Taken(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBytes(4),
                        row.getBoolean(5)),
                TAKE.formatted(campaign.kind().permission().given()),
                campaign.id(),
                most,
                hashes.toArray(byte[][]::new),
                campaign.municipality(),
                campaign.id());
        if (taken.isEmpty()) {
            return null;
        }
        List<Recipient> readable = new ArrayList<>();
        List<UUID> unreadable = new ArrayList<>();
        for (Taken one : taken) {
            if (one.state().equals("HANDED")) {
                email(one)
                        .ifPresentOrElse(
                                email -> readable.add(new Recipient(
                                        one.supporter(), email, one.foreign(), tokens.get(key(one.token())))),
                                () -> unreadable.add(one.supporter()));
            }
        }
        if (readable.isEmpty() && unreadable.size() > 1) {
            throw new IllegalStateException(
                    "none of several can be read: rather a key is missing here than all are broken");
        }
        if (!unreadable.isEmpty()) {
            refuse(connection, campaign, unreadable);
        }
        return readable;
    }

    /** None where their data can't be opened: that is one letter less, and no reason to keep the others waiting. */
    private Optional<String> email(Taken taken) {
        try {
            return Optional.ofNullable(
                    seals.open(taken.supporter(), taken.personal()).email());
        } catch (IllegalStateException shut) {
            Log.errorf("The personal data of %s can't be opened: they are not written to", taken.supporter());
            return Optional.empty();
        }
    }

    private static void refuse(Connection connection, Campaigning campaign, List<UUID> supporters) throws SQLException {
        Sql.run(
                connection,
                "update campaign_delivery set state = 'REFUSED' where campaign = ? and supporter = any(?)",
                campaign.id(),
                connection.createArrayOf("uuid", supporters.toArray()));
    }

    private record Taken(UUID supporter, String state, byte[] token, byte[] personal, boolean foreign) {}

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    void note(Connection connection, Campaigning campaign, List<Recipient> recipients, List<Posted> posted)
            throws SQLException {
        Array supporters = connection.createArrayOf(
                "uuid", recipients.stream().map(Recipient::supporter).toArray());
        List<String> states = posted.stream().map(Posted::name).toList();
        Sql.run(connection, NOTE, supporters, states, campaign.id());
    }
}
