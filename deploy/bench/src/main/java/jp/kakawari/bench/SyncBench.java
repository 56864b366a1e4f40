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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/** {@code deploy/bench/sync}: how fast a town hall's list comes in, against the same rows written by plain SQL. */
public final class SyncBench {

    private static final Path HOME = Path.of(".kakawari", "bench");
    private static final String TOWN = "212172";
    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private final Platform platform;
    private final Client town;
    private final Database database;

    private SyncBench(Platform platform) {
        this.platform = platform;
        this.town = new Actors(platform.tokens()).government(TOWN);
        this.database = platform.database(Service.REGISTRY);
    }

    /** Arguments: the sizes to measure, 10000 and 1000000 where none are given. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0
                ? List.of(10_000, 1_000_000)
                : List.of(arguments).stream().map(Integer::valueOf).toList();
        LocalParts.forget(HOME);
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), List.of(), SyncBench::say);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        Map<String, Object> figures = new SyncBench(platform).run(sizes);
        say(figures.toString());
        System.exit(0);
    }

    private Map<String, Object> run(List<Integer> sizes) throws Exception {
        platform.stop(Service.REGISTRY);
        List<PlainSql.Times> limits = new ArrayList<>();
        try (PlainSql sql = new PlainSql(database, HOME)) {
            for (int size : sizes) {
                PlainSql.Times times = sql.measure(size);
                limits.add(times);
                say("plain SQL, %,d rows: COPY %,d/s, create %,d/s, update %,d/s, unchanged %,d/s (hashes alone %,d/s)"
                        .formatted(
                                size,
                                rate(size, times.copy()),
                                rate(size, times.create()),
                                rate(size, times.update()),
                                rate(size, times.unchanged()),
                                rate(size, times.compared())));
            }
        }
        platform.restart(Service.REGISTRY, SyncBench::say);
        sync(20_000, 7, "warm-up");
        sync(20_000, 8, "warm-up");
        sync(20_000, 8, "warm-up");
        for (int i = 0; i < sizes.size(); i++) {
            forget();
            int size = sizes.get(i);
            PlainSql.Times limit = limits.get(i);
            tell("create", size, sync(size, 0, "created"), limit.create());
            drain();
            tell("update", size, sync(size, 1, "changed"), limit.update());
            drain();
            tell("unchanged", size, sync(size, 1, "unchanged"), limit.unchanged());
        }
        return Map.of();
    }

    private Duration sync(int rows, int edition, String what) throws IOException {
        Path file = Files.createTempFile(HOME, "list", ".csv");
        new SupporterList(rows, edition).writeTo(file);
        long start = System.nanoTime();
        Answer accepted = town.post(
                        at().resolve("/v1/municipalities/" + TOWN + "/supporter-syncs"),
                        "text/csv",
                        BodyPublishers.ofFile(file),
                        UUID.randomUUID())
                .expect(202);
        long stored = System.nanoTime();
        URI job = at().resolve(accepted.header("Location"));
        JsonNode report = town.get(job).expect(200).json();
        while (!FINISHED.contains(report.path("state").asText())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            report = town.get(job).expect(200).json();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Files.delete(file);
        say("   202 after %,d ms, done after %,d ms %s".formatted((stored - start) / 1_000_000, took.toMillis(), what));
        if (report.path("progress").path(what).asInt(rows) != rows) {
            throw new IllegalStateException("not " + rows + " " + what + ": " + report);
        }
        return took;
    }

    private URI at() {
        return platform.address(Service.REGISTRY);
    }

    /** Waits until the relay has sent all events. */
    private void drain() throws SQLException {
        long start = System.nanoTime();
        long waiting = outbox();
        while (outbox() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        say("   relay: %,d events in %,d ms".formatted(waiting, (System.nanoTime() - start) / 1_000_000));
    }

    private long outbox() throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void forget() throws SQLException {
        drain();
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            statement.execute("truncate supporter, tie, engagement, sync_row cascade");
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    private static void tell(String what, int size, Duration took, Duration limit) {
        say("%s %,d rows: %,d/s, %.2f of plain SQL"
                .formatted(what, size, rate(size, took), (double) limit.toNanos() / took.toNanos()));
    }

    private static long rate(int rows, Duration took) {
        return rows * 1000L / Math.max(1, took.toMillis());
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
