package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The {@code Idempotency-Key} of a POST that creates or acts (冪等キー): what was done once is answered again, not done again.
 * The answer is stored in the transaction of the action, encrypted with what only the client holds, and kept 24 hours.
 */
@ApplicationScoped
public class Idempotency {
    private static final int MAX_KEY_LENGTH = 255;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    @Inject
    HttpServerRequest request;

    /**
     * Runs the action, or returns the stored answer of the same caller, address, key and body. Refuses 400 without a key,
     * 422 for another body under the same key, 409 while the first request is still running. A refused action is not
     * stored: it may be tried again with the same key.
     */
    @Transactional
    public Response once(String key, Object body, Supplier<Response> action) {
        if (key == null || key.isBlank()) {
            throw new IdempotencyProblems.KeyMissing();
        }
        if (key.length() > MAX_KEY_LENGTH) {
            throw new InvalidParameter("Idempotency-Key", "is longer than 255 characters", "255文字以内で指定してください");
        }
        IdempotencyKey secret = new IdempotencyKey(scope(), key, text(body));
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, secret)) {
                throw new IdempotencyProblems.StillRunning();
            }
            Optional<Stored> stored = find(connection, secret);
            if (stored.isPresent()) {
                return replay(stored.get(), secret);
            }
            StoredAnswer answer = StoredAnswer.of(action.get(), json);
            store(connection, secret, answer);
            return answer.toResponse().build();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The same for an action that needs no body. */
    @Transactional
    public Response once(String key, Supplier<Response> action) {
        return once(key, Map.of(), action);
    }

    /** The same for an action that has nothing to tell: 204. */
    @Transactional
    public Response onceNoContent(String key, Object body, Runnable action) {
        return once(key, body, () -> {
            action.run();
            return Response.noContent().build();
        });
    }

    private record Stored(byte[] fingerprint, byte[] answer) {}

    private Response replay(Stored stored, IdempotencyKey secret) {
        if (!Arrays.equals(stored.fingerprint(), secret.fingerprint())) {
            throw new IdempotencyProblems.KeyReused();
        }
        return StoredAnswer.parse(secret.decrypt(stored.answer()), json)
                .toResponse()
                .header("Idempotent-Replayed", "true")
                .build();
    }

    private String scope() {
        return caller.subject() + '\n' + request.method() + '\n' + request.path();
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The request must be something that JSON can hold", notJson);
        }
    }

    /** Held until the transaction ends, also when the process dies. */
    private static boolean lock(Connection connection, IdempotencyKey secret) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, secret.lock());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<Stored> find(Connection connection, IdempotencyKey secret) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select fingerprint, answer from idempotent_answer where id = ? and created_at > now() - interval '24 hours'")) {
            statement.setBytes(1, secret.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Stored(row.getBytes(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }

    /** Each new answer also sweeps away a few that are too old, so that no timer is needed. */
    private static void store(Connection connection, IdempotencyKey secret, StoredAnswer answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with swept as (
                    delete from idempotent_answer where id in (
                        select id from idempotent_answer
                        where created_at < now() - interval '24 hours' and id <> ?
                        order by created_at limit 20 for update skip locked))
                insert into idempotent_answer (id, fingerprint, answer) values (?, ?, ?)
                on conflict (id) do update
                set fingerprint = excluded.fingerprint, answer = excluded.answer, created_at = now()""")) {
            statement.setBytes(1, secret.id());
            statement.setBytes(2, secret.id());
            statement.setBytes(3, secret.fingerprint());
            statement.setBytes(4, secret.encrypt(answer.json()));
            statement.executeUpdate();
        }
    }
}
