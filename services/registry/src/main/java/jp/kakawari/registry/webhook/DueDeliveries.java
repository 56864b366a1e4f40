package jp.kakawari.registry.webhook;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.webhook.Due.Outcome;
import org.postgresql.PGStatement;

/**
 * Takes what is due for each receiver apart, and notes what came of it, in sets. What is taken is leased: when its process
 * dies it is due again. Several replicas share the work.
 */
@ApplicationScoped
class DueDeliveries {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String TAKE = """
            update webhook_delivery d
            set due_at = now() + make_interval(secs => ?), attempts = d.attempts + 1, attempted_at = now()
            from webhook w
                 left join unnest(?, ?) as busy (webhook, notices) on busy.webhook = w.id
                 cross join lateral (
                     select p.id from webhook_delivery p
                     where p.webhook = w.id and p.state = 'PENDING' and p.due_at <= now()
                     order by p.due_at, p.id limit greatest(0, ? - coalesce(busy.notices, 0)) for update skip locked) due
            where w.state = 'ACTIVE' and d.id = due.id
              and not exists (select from organization o where o.id = w.organization and o.state <> 'ACTIVE')
            returning d.id, d.webhook, d.event, w.url, w.secret,
                      case when w.former_until > now() then w.former_secret end, d.body, d.attempts
            """;

    /** What was replayed meanwhile, or taken over by another process, is theirs. */
    private static final String NOTE = """
            update webhook_delivery d
            set state = o.state, status = o.status, failure = o.failure,
                due_at = case when o.state = 'PENDING' then now() + make_interval(secs => o.wait) else d.due_at end
            from unnest(?, ?, ?, ?, ?, ?) as o (id, attempts, state, status, failure, wait)
            where d.id = o.id and d.state = 'PENDING' and d.attempts = o.attempts
            """;

    private static final String DISABLE = """
            update webhook w set state = 'DISABLED', revision = revision + 1, updated_at = now()
            where w.state = 'ACTIVE'
              and (w.id = any(?)
                   or w.id = any(?) and coalesce(
                       (select d.attempted_at from webhook_delivery d
                        where d.webhook = w.id and d.state = 'DELIVERED' order by d.id desc limit 1),
                       '-infinity') < now() - interval '1 day')
            """;

    private final DataSource database;
    private final PersonalData seals;

    DueDeliveries(DataSource database, PersonalData seals) {
        this.database = database;
        this.seals = seals;
    }

    /**
     * What is due.
     *
     * @param ofEach how many may be on their way to one receiver
     * @param onTheirWay how many are
     */
    List<Due> take(int ofEach, Map<UUID, Integer> onTheirWay) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            // Planned anew each time: what was planned while nothing waited would go over everything that waits.
            take.unwrap(PGStatement.class).setPrepareThreshold(0);
            List<Map.Entry<UUID, Integer>> busy = List.copyOf(onTheirWay.entrySet());
            take.setDouble(1, LEASE.toSeconds());
            take.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", busy.stream().map(Map.Entry::getKey).toArray()));
            take.setArray(
                    3,
                    connection.createArrayOf(
                            "int", busy.stream().map(Map.Entry::getValue).toArray()));
            take.setInt(4, ofEach);
            try (ResultSet rows = take.executeQuery()) {
                List<Due> taken = new ArrayList<>();
                while (rows.next()) {
                    taken.add(due(rows));
                }
                return taken;
            }
        }
    }

    private Due due(ResultSet row) throws SQLException {
        UUID webhook = row.getObject(2, UUID.class);
        return new Due(
                row.getObject(1, UUID.class),
                webhook,
                row.getObject(3, UUID.class),
                row.getString(4),
                secrets(webhook, row.getBytes(5), row.getBytes(6)),
                row.getString(7),
                row.getInt(8));
    }

    /** Empty where they don't open: no other receiver waits for that. */
    private List<byte[]> secrets(UUID webhook, byte[] secret, byte[] former) {
        try {
            List<byte[]> secrets = new ArrayList<>();
            secrets.add(seals.openBytes(webhook, secret));
            if (former != null) {
                secrets.add(seals.openBytes(webhook, former));
            }
            return secrets;
        } catch (IllegalStateException shut) {
            Log.errorf("webhook %s: %s", webhook, shut.getMessage());
            return List.of();
        }
    }

    /** A receiver that is gone, or took nothing for a day, is told nothing more until its owner says so. */
    void note(List<Outcome> outcomes) throws SQLException {
        List<Noted> noted = outcomes.stream().map(Noted::of).toList();
        try (Connection connection = database.getConnection()) {
            Sql.run(
                    connection,
                    NOTE,
                    array(connection, "uuid", noted, Noted::id),
                    array(connection, "int", noted, Noted::attempts),
                    array(connection, "text", noted, one -> one.state().name()),
                    array(connection, "int", noted, Noted::status),
                    array(connection, "text", noted, Noted::failure),
                    array(connection, "float8", noted, Noted::waitSeconds));
            Object[] gone = webhooks(noted, Noted::gone);
            Object[] failed = webhooks(noted, one -> one.state() == DeliveryState.FAILED);
            if (failed.length > 0) {
                Sql.run(
                        connection,
                        DISABLE,
                        connection.createArrayOf("uuid", gone),
                        connection.createArrayOf("uuid", failed));
            }
        }
    }

    private static Object[] webhooks(List<Noted> noted, Predicate<Noted> which) {
        return noted.stream().filter(which).map(Noted::webhook).distinct().toArray();
    }

    private record Noted(
            UUID id,
            UUID webhook,
            Integer attempts,
            DeliveryState state,
            Integer status,
            String failure,
            Double waitSeconds,
            boolean gone) {

        static Noted of(Outcome outcome) {
            Due due = outcome.due();
            Optional<Duration> again = BackOff.after(due.attempts());
            DeliveryState state = outcome.taken()
                    ? DeliveryState.DELIVERED
                    : outcome.gone() || again.isEmpty() ? DeliveryState.FAILED : DeliveryState.PENDING;
            double wait = again.map(duration -> (double) duration.toSeconds()).orElse(0.0);
            return new Noted(
                    due.id(),
                    due.webhook(),
                    due.attempts(),
                    state,
                    outcome.status(),
                    outcome.failure(),
                    wait,
                    outcome.gone());
        }
    }

    private static Array array(Connection connection, String type, List<Noted> noted, Function<Noted, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, noted.stream().map(part).toArray());
    }
}
