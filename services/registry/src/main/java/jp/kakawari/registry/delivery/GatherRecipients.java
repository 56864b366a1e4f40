package jp.kakawari.registry.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.registry.audience.Selection;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.staging.Sql;

/**
 * Writes down whom a campaign is for (配信先), a chunk at a time in the order of their ids: those of the segment who agreed,
 * can be reached, were not reached by it before and are not at the cap. The chunk and how far it came are one transaction.
 */
@ApplicationScoped
class GatherRecipients {

    static final int CHUNK = 1000;

    private static final String GATHER = """
            insert into campaign_delivery (campaign, supporter, municipality, capped, state)
            select ?, t.supporter, t.municipality, ?, 'WAITING'
            %s
            on conflict do nothing""";

    /** What was handed over counts, and what is about to be. */
    private static final String BELOW_CAP = """
            (select count(*) filter (where d.gathered_at > now() - interval '1 month')
                        < coalesce(p.per_month, cast(? as int))
                    and count(d.supporter) < coalesce(p.per_year, cast(? as int))
             from (select) nothing
                  left join mail_policy p on p.municipality = t.municipality
                  left join campaign_delivery d
                       on d.supporter = t.supporter and d.municipality = t.municipality and d.capped
                          and d.state in ('WAITING', 'HANDED', 'SENT', 'UNKNOWN')
                          and d.gathered_at > now() - interval '1 year'
             group by p.per_month, p.per_year)""";

    private final MailConfig config;

    GatherRecipients(MailConfig config) {
        this.config = config;
    }

    /** One campaign of a municipality at a time, so that two at once don't pass the cap together. */
    void gather(Connection connection, Campaigning campaign) throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "mail of " + campaign.municipality());
        Selection segment = Selection.of(campaign.municipality(), Segment.parse(campaign.segment()));
        List<UUID> chunk = Sql.list(
                connection,
                row -> row.getObject(1, UUID.class),
                "select t.supporter " + segment.sql() + " and t.supporter > ? order by t.supporter limit ?",
                segment.and(campaign.after(), CHUNK));
        Selection agreed = segment.and(campaign.kind().permission().given() + " and s.email_index is not null");
        Selection reached =
                campaign.kind().capped() ? agreed.and(BELOW_CAP, config.perMonth(), config.perYear()) : agreed;
        write(connection, campaign, reached, chunk);
        Sql.run(
                connection,
                "update campaign set after = ?, gathered = ? where id = ?",
                chunk.isEmpty() ? campaign.after() : chunk.getLast(),
                chunk.size() < CHUNK,
                campaign.id());
    }

    private static void write(Connection connection, Campaigning campaign, Selection reached, List<UUID> chunk)
            throws SQLException {
        Selection mine = reached.and("t.supporter = any(?)", connection.createArrayOf("uuid", chunk.toArray()));
        Sql.run(
                connection,
                GATHER.formatted(mine.sql()),
                mine.after(campaign.id(), campaign.kind().capped()));
    }
}
