package jp.kakawari.registry.tier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/**
 * Goes through all members of a scheme (会員種別の見直し): each night for what time took away, and when a policy takes its members
 * along. A few thousand at a time, each chunk a transaction of its own that notes how far it came: whatever is killed goes on
 * there, replicas take turns, and nobody who writes waits longer than for one chunk.
 */
@ApplicationScoped
class ReviewTiers {

    private static final int CHUNK = 5000;

    private final DataSource database;
    private final Clock clock;

    ReviewTiers(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Review(UUID id, String scheme, int version, boolean moves, UUID after) {}

    private record Member(UUID id, UUID supporter) {}

    /** Has every scheme looked at again whose tiers look back a limited time. */
    @Scheduled(
            cron = "${kakawari.registry.tiers-reviewed-at}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remember() {
        QuarkusTransaction.requiringNew()
                .run(() -> inTransaction(connection -> Sql.run(connection, """
                insert into tier_review (scheme, version, moves, from_day)
                select t.scheme, max(t.version), false, cast(? as date)
                from scheme_tier t
                where t.months is not null
                  and not exists (select from tier_review r where r.scheme = t.scheme and r.done_at is null)
                group by t.scheme""", today().toString())));
    }

    @Scheduled(
            every = "${kakawari.registry.tiers-followed-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        while (step()) {
            continue;
        }
    }

    /** One chunk; false when nothing is left to do. */
    boolean step() {
        return QuarkusTransaction.requiringNew()
                        .timeout(300)
                        .call(() -> inTransaction(connection -> {
                            List<Review> due = due(connection);
                            if (due.isEmpty()) {
                                return 0;
                            }
                            go(connection, due.getFirst());
                            return 1;
                        }))
                > 0;
    }

    private List<Review> due(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> new Review(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getObject(5, UUID.class)),
                """
                select id, scheme, version, moves, after from tier_review
                where done_at is null and from_day <= cast(? as date)
                order by id limit 1 for update skip locked""",
                today().toString());
    }

    private void go(Connection connection, Review review) throws SQLException {
        List<Member> chunk = next(connection, review);
        if (chunk.isEmpty()) {
            Sql.run(connection, "update tier_review set done_at = now() where id = ?", review.id());
            return;
        }
        List<UUID> members = chunk.stream().map(Member::supporter).toList();
        hold(connection, members);
        Set<UUID> changed = new HashSet<>();
        if (review.moves()) {
            changed.addAll(
                    move(connection, review, chunk.stream().map(Member::id).toList()));
        }
        changed.addAll(FollowTiers.changed(connection, members, today()));
        FollowTiers.tell(connection, changed);
        Sql.run(connection, "update tier_review set after = ? where id = ?", members.getLast(), review.id());
    }

    private static List<Member> next(Connection connection, Review review) throws SQLException {
        return Sql.list(
                connection,
                row -> new Member(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                """
                select id, supporter from membership
                where scheme = ? and state = 'ACTIVE' and supporter > ? order by supporter limit ?""",
                review.scheme(),
                review.after(),
                CHUNK);
    }

    /** Whoever records something for them waits, so that what is counted is all there is. */
    private static void hold(Connection connection, Collection<UUID> members) throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select id from supporter where id = any(?) order by id for no key update",
                FollowTiers.ids(connection, members));
    }

    private static List<UUID> move(Connection connection, Review review, Collection<UUID> memberships)
            throws SQLException {
        return Sql.list(
                connection,
                row -> row.getObject(1, UUID.class),
                """
                with moved as (
                    update membership m
                    set policy = p.version, revision = m.revision + 1, updated_at = now(),
                        tier = coalesce(
                            (select t.code from scheme_tier t
                             where t.scheme = m.scheme and t.version = p.version and t.code = m.tier),
                            (select t.code from scheme_tier t
                             where t.scheme = m.scheme and t.version = p.version and t.place = 0))
                    from scheme_policy p
                    where p.scheme = ? and p.version = ? and m.scheme = p.scheme and m.policy < p.version
                      and m.id = any(?) and m.state = 'ACTIVE'
                    returning m.id, m.policy, m.tier),
                noted as (
                    insert into membership_history (membership, action, done_by, policy, tier_after)
                    select id, 'MOVED', 'RULE', policy, tier from moved)
                select id from moved""",
                review.scheme(),
                review.version(),
                FollowTiers.ids(connection, memberships));
    }

    private interface Work {
        int with(Connection connection) throws SQLException;
    }

    private int inTransaction(Work work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("a review of tiers failed", failed);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
