package jp.kakawari.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The limit: what PostgreSQL needs to move all members of a scheme to its first policy again, those with fewer than two
 * entries of the last twelve months into the lowest tier, with history and events, in one transaction that holds everybody.
 */
record PlainTiers(Connection database, String scheme, String town) {

    Duration measure() throws SQLException {
        long start = System.nanoTime();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("""
                    create temporary table moved on commit drop as
                    with counted as (
                        select supporter, count(*) as entries from engagement
                        where municipality = '%2$s' and status = 'ATTESTED'
                          and occurred_on > current_date - interval '12 months'
                        group by supporter),
                    moved as (
                        update membership m
                        set policy = 1, revision = m.revision + 1, updated_at = now(),
                            tier = case when c.entries >= 2 then 'regular' else 'platinum' end
                        from membership held left join counted c on c.supporter = held.supporter
                        where held.id = m.id and m.scheme = '%1$s' and m.state = 'ACTIVE'
                        returning m.id, m.policy, m.tier)
                    select * from moved""".formatted(scheme, town));
            statement.execute("""
                    insert into membership_history (membership, action, done_by, policy, tier_after)
                    select id, 'MOVED', 'RULE', policy, tier from moved""");
            statement.execute("""
                    insert into outbox (topic, key, ce_type, ce_subject, body)
                    select 'registry.membership.v1', s.id::text, 'jp.kakawari.registry.membership-changed.v1', s.id::text, s.body
                    from membership_state s join moved on moved.id = s.id order by s.id""");
        }
        database.commit();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
