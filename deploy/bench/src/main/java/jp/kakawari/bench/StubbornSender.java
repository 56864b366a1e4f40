package jp.kakawari.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Service;

/** A town hall that sends an edition of its list until it is acknowledged, waits for its merge, and looks what came of it. */
final class StubbornSender {

    static final String TOWN = "212172";
    static final String CLIENT = "hida";
    static final int ROWS = 1_000;

    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private final URI own;
    private final URI syncs;
    private final Path files;
    private final Client town;
    private final Database database;
    private int editions;
    private long lost;
    private Duration took;

    StubbornSender(Platform platform, Path files, String municipality) {
        this.own = platform.address(Service.REGISTRY).resolve("/v1/municipalities/" + municipality + "/");
        this.syncs = own.resolve("supporter-syncs");
        this.files = files;
        this.town = new Actors(platform.tokens()).government(municipality);
        this.database = platform.database(Service.REGISTRY);
    }

    /** Begins to follow what the lists change. */
    FeedReader follow() {
        return new FeedReader(town, own.resolve("supporter-feed?limit=500"));
    }

    /** How many editions have been taken. */
    int editions() {
        return editions;
    }

    /** Rows of the last edition that were acknowledged and are not there. */
    long lost() {
        return lost;
    }

    /** From the first attempt to send the last edition until all of it was in. */
    Duration took() {
        return took;
    }

    /** Writes of all editions so far beyond one for each row; asks the database, which must be there. */
    long twice() throws SQLException {
        return revisions() - (long) ROWS * editions;
    }

    /** Sends the next edition until all of it is in. */
    Void send() throws Exception {
        Path list = Files.createTempFile(files, "list", ".csv");
        new SupporterList(ROWS, ++editions).writeTo(list);
        long start = System.nanoTime();
        merged(list);
        took = Duration.ofNanos(System.nanoTime() - start);
        JsonNode again = merged(list);
        lost = ROWS - again.path("progress").path("unchanged").asLong();
        Files.delete(list);
        return null;
    }

    private JsonNode merged(Path list) throws Exception {
        UUID key = UUID.randomUUID();
        URI job = syncs.resolve(until(() -> town.post(syncs, "text/csv", BodyPublishers.ofFile(list), key), 202)
                .header("Location"));
        JsonNode report;
        do {
            report = until(() -> town.get(job), 200).json();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        } while (!FINISHED.contains(report.path("state").asText()));
        if (!report.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("A list did not come through: " + report);
        }
        return report;
    }

    /** Asks again while nobody answers, or somebody who can't. */
    private static Answer until(Callable<Answer> ask, int status) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Answer answer = ask.call();
                if (answer.status() == status
                        || System.nanoTime() > end
                        || answer.status() < 500 && answer.status() != 409) {
                    return answer.expect(status);
                }
            } catch (UncheckedIOException | IOException nobody) {
                if (System.nanoTime() > end) {
                    throw nobody;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private long revisions() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(revision) from supporter")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
