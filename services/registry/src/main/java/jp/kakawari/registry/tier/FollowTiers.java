package jp.kakawari.registry.tier;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/**
 * Sets the tiers of members anew from the ledger (会員種別の自動判定), for one supporter or ten thousand in one statement: the
 * highest tier whose rule is met, or else the lowest. Left alone are tiers that were set by hand and those that have no rule.
 * Members whose tier changed are told, and their history says from which to which. Entries are looked up by supporter only,
 * whatever the planner believes of a municipality's.
 */
@ApplicationScoped
public class FollowTiers {

    private static final String FOLLOW = """
            with standing as materialized (
                select m.id, m.tier, c.place, p.demotes, reached.code as reached, reached.place as reached_place
                from membership m
                join scheme s on s.code = m.scheme
                join scheme_policy p on p.scheme = m.scheme and p.version = m.policy
                join scheme_tier c on c.scheme = m.scheme and c.version = m.policy and c.code = m.tier
                cross join lateral (
                    select t.code, t.place
                    from scheme_tier t
                    where t.scheme = m.scheme and t.version = m.policy
                      and (t.place = 0 or t.measure is not null and t.at_least <= (
                          select case t.measure when 'COUNT' then count(*)
                                                when 'DAYS' then count(distinct e.occurred_on)
                                                else coalesce(sum(e.quantity) filter (where e.unit = 'YEN'), 0) end
                          from engagement e
                          where e.supporter = m.supporter and s.municipalities @> array[e.municipality]
                            and e.status = 'ATTESTED'
                            and (t.months is null or e.occurred_on > cast(? as date) - make_interval(months => t.months))
                            and (cardinality(t.activities) = 0 or e.activity = any(t.activities))))
                    order by t.place desc limit 1) reached
                where m.supporter = any(?) and m.state = 'ACTIVE' and not m.tier_by_hand
                  and (c.place = 0 or c.measure is not null)
                  and exists (select from scheme_tier r
                              where r.scheme = m.scheme and r.version = m.policy and r.measure is not null)),
            moved as (
                update membership m
                set tier = w.reached, revision = m.revision + 1, updated_at = now()
                from standing w
                where m.id = w.id and m.state = 'ACTIVE' and not m.tier_by_hand
                  and (w.reached_place > w.place or w.demotes and w.reached_place < w.place)
                returning m.id, m.policy, w.tier as tier_before, m.tier),
            noted as (
                insert into membership_history (membership, action, done_by, policy, tier_before, tier_after)
                select id, 'TIER_BY_RULE', 'RULE', policy, tier_before, tier from moved)
            select id from moved""";

    private final DataSource database;
    private final Clock clock;

    FollowTiers(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For members who must be held, once their ledger is written. */
    @Transactional(MANDATORY)
    public void follow(Collection<UUID> supporters) {
        try (Connection connection = database.getConnection()) {
            follow(connection, supporters, LocalDate.now(clock));
        } catch (SQLException failed) {
            throw new IllegalStateException("tiers can't follow the ledger", failed);
        }
    }

    /** The same in the connection's transaction. */
    public static void follow(Connection connection, Collection<UUID> supporters, LocalDate today) throws SQLException {
        tell(connection, changed(connection, supporters, today));
    }

    /** Sets tiers anew and answers whose membership changed, for whoever tells more of them at once. */
    static List<UUID> changed(Connection connection, Collection<UUID> supporters, LocalDate today) throws SQLException {
        return supporters.isEmpty()
                ? List.of()
                : Sql.list(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        FOLLOW,
                        today.toString(),
                        ids(connection, supporters));
    }

    static void tell(Connection connection, Collection<UUID> memberships) throws SQLException {
        if (!memberships.isEmpty()) {
            Sql.run(connection, """
                    insert into outbox (topic, key, ce_type, body)
                    select 'registry.membership.v1', string_agg(id::text, E'\\n' order by id),
                           'jp.kakawari.registry.membership-changed.v1', string_agg(body::text, E'\\n' order by id)
                    from membership_state where id = any(?) having count(*) > 0""", ids(connection, memberships));
        }
    }

    static Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
