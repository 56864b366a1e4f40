package jp.kakawari.registry.oauthclient;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.personal.PersonalData;

/**
 * Makes members' clients at the identity provider as they are wanted (クライアントの反映), outside of any transaction. One that can't
 * be made is tried again, ever less often; one that was being made when the process died is taken over after a minute.
 */
@ApplicationScoped
class MakeClients {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final String TAKE = """
            update oauth_client set due_at = now() + interval '1 minute', attempts = attempts + 1
            where organization = (
                select organization from oauth_client where done < wanted and due_at <= now()
                order by due_at limit 1 for update skip locked)
            returning organization, client_id, name, role, scopes, government, enabled, keys, secret, wanted, attempts
            """;

    /** What was wanted meanwhile is still to be made; and as two may have made it at once, it is made once more. */
    private static final String SETTLE = """
            update oauth_client
            set done = case when wanted = ? then wanted else 0 end,
                secret = case when wanted = ? then null else secret end,
                failure = null, attempts = 0, due_at = now()
            where organization = ?
            """;

    private static final String POSTPONE = """
            update oauth_client set failure = ?, due_at = now() + make_interval(secs => ?)
            where organization = ? and wanted = ?
            """;

    private final DataSource database;
    private final Realm realm;
    private final PersonalData seals;

    MakeClients(DataSource database, Realm realm, PersonalData seals) {
        this.database = database;
        this.realm = realm;
        this.seals = seals;
    }

    private record Taken(Desired client, int attempts) {}

    @Scheduled(
            every = "${kakawari.clients.followed-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        while (realm.isOpen() && step()) {
            continue;
        }
    }

    /** Makes one client; false when none is due. */
    boolean step() {
        Optional<Taken> taken = take();
        taken.ifPresent(this::make);
        return taken.isPresent();
    }

    private void make(Taken taken) {
        Desired client = taken.client();
        try {
            realm.put(client);
            run(SETTLE, client.wanted(), client.wanted(), client.organization());
        } catch (NotMade failed) {
            Log.warnf("the client of %s is not made yet: %s", client.organization(), failed.getMessage());
            run(POSTPONE, failed.getMessage(), wait(taken.attempts()), client.organization(), client.wanted());
        }
    }

    private static double wait(int attempts) {
        return Math.min(LONGEST_WAIT.toSeconds(), 2L << Math.min(attempts, 20));
    }

    private Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(TAKE);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(taken(row)) : Optional.empty();
            }
        });
    }

    private Taken taken(ResultSet row) throws SQLException {
        UUID organization = row.getObject("organization", UUID.class);
        byte[] secret = row.getBytes("secret");
        Desired client = new Desired(
                organization,
                row.getString("client_id"),
                row.getString("name"),
                row.getString("role"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getString("government"),
                row.getBoolean("enabled"),
                row.getString("keys"),
                secret == null ? null : new String(seals.openBytes(organization, secret), StandardCharsets.UTF_8),
                row.getLong("wanted"));
        return new Taken(client, row.getInt("attempts"));
    }

    private void run(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
