package jp.kakawari.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Service;

/** Sends made-up lists as one municipality and waits until what they bring has arrived. */
final class Lists {

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private static final int WARM_UPS = 30;
    private static final int RELAYINGS = 10;

    private final URI registry;
    private final Path files;
    private final String municipality;
    private final Client town;
    private final Database database;

    Lists(Platform platform, Path files, String municipality) {
        this.registry = platform.address(Service.REGISTRY);
        this.files = files;
        this.municipality = municipality;
        this.town = new Actors(platform.tokens()).government(municipality);
        this.database = platform.database(Service.REGISTRY);
    }

    /** Lets the JVMs compile what will be measured, Kafka's too: lists last, until they get no faster, three times. */
    void warmUp() throws IOException, SQLException {
        long best = round(1);
        for (int i = 0; i < RELAYINGS; i++) {
            relayed(40_000);
        }
        int noFaster = 0;
        for (int edition = 3; edition < WARM_UPS && noFaster < 3; edition += 2) {
            long now = round(edition);
            noFaster = now < 0.97 * best ? 0 : noFaster + 1;
            best = Math.min(best, now);
        }
    }

    private long round(int edition) throws IOException, SQLException {
        long taken = 0;
        forget();
        for (int written : new int[] {edition, edition + 1, edition + 1}) {
            taken += send(40_000, written, "rowsRead").toNanos();
            drain();
        }
        return taken;
    }

    /** When the first byte of a list was sent, and when its job ended. */
    record Passage(Instant start, Instant end) {

        Duration took() {
            return Duration.between(start, end);
        }
    }

    /** A new list. {@code what} is the counter that must tell all rows. */
    Duration send(int rows, int edition, String what) throws IOException {
        Path file = write(rows, edition);
        Passage passage = send(file, rows, what);
        Files.delete(file);
        return passage.took();
    }

    Path write(int rows, int edition) throws IOException {
        Path file = Files.createTempFile(files, "list", ".csv");
        new SupporterList(rows, edition).writeTo(file);
        return file;
    }

    /**
     * From the first byte that is sent to the finished merge, as the registry tells its time: who asks every few milliseconds
     * takes part of what is measured.
     */
    Passage send(Path file, int rows, String what) throws IOException {
        Instant start = Instant.now();
        Answer accepted = town.post(
                        registry.resolve("/v1/municipalities/" + municipality + "/supporter-syncs"),
                        "text/csv",
                        BodyPublishers.ofFile(file),
                        UUID.randomUUID())
                .expect(202);
        Duration answered = Duration.between(start, Instant.now());
        URI job = registry.resolve(accepted.header("Location"));
        JsonNode report = town.get(job).expect(200).json();
        while (!FINISHED.contains(report.path("state").asText())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            report = town.get(job).expect(200).json();
        }
        Passage passage = new Passage(
                start, OffsetDateTime.parse(report.path("finishedAt").asText()).toInstant());
        System.out.printf(
                "   202 after %,d ms, merged after %,d ms%n",
                answered.toMillis(), passage.took().toMillis());
        if (report.path("progress").path(what).asInt(-1) != rows) {
            throw new IllegalStateException("not " + rows + " " + what + ": " + report);
        }
        return passage;
    }

    /**
     * Waits until the relay has sent all events and what the last list brought is counted for the planner, as plain SQL's is;
     * for autovacuum too, which holds the same locks.
     */
    void drain() throws SQLException {
        relay();
        awaitNone("pg_locks where mode = 'ShareUpdateExclusiveLock'");
    }

    private void relay() throws SQLException {
        awaitNone("outbox");
    }

    private void awaitNone(String rows) throws SQLException {
        while (count(rows) > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Nobody is known any more. */
    void forget() throws SQLException {
        drain();
        run("truncate supporter, tie, tie_change, tie_skill, engagement, sync_row cascade");
    }

    /** As autovacuum does within a minute or two: what is measured next shall not share the machine with it. */
    void vacuum() throws SQLException {
        drain();
        run("vacuum analyze");
    }

    /** How many events a second the relay sends, of so many that are committed at once. */
    double relayed(int events) throws SQLException {
        run("""
            insert into outbox (topic, key, ce_type, ce_subject, body)
            select 'registry.supporter.v1', id::text, 'jp.kakawari.registry.supporter-changed.v1', id::text, v.body
            from supporter s join lateral (select body from supporter_state v where v.id = s.id) v on true limit %d
            """.formatted(events));
        long start = System.nanoTime();
        long waiting = count("outbox");
        relay();
        return waiting * 1e9 / (System.nanoTime() - start);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }
}
