package jp.kakawari.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.embedded.LocalParts.Piece;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/**
 * {@code deploy/bench/faults}: one municipality keeps sending its list, changed each time, with one Idempotency-Key for each
 * edition however often it has to be sent, while a part of the platform is crashed under it.
 */
public final class FaultBench {

    private static final Path HOME = Path.of(".kakawari", "faults");
    private static final Duration ROOM_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration WITHOUT_KAFKA = Duration.ofSeconds(60);
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1", "-Dkakawari.sync.chunk-rows=200", "-Dkakawari.rate-limit.requests=100000000");

    private final Platform platform;
    private final Report report;
    private final StubbornSender sender;
    private final Database database;

    private FaultBench(Platform platform, Report report) {
        this.platform = platform;
        this.report = report;
        this.sender = new StubbornSender(platform, HOME, StubbornSender.TOWN);
        this.database = platform.database(Service.REGISTRY);
    }

    /**
     * Arguments: a small disk that is mounted somewhere; how often registry is killed and how often each other part, 50 and 10
     * where none are given. Only a run without these two writes the README.
     */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length < 3 ? 50 : Integer.parseInt(arguments[1]);
        int stops = arguments.length < 3 ? 10 : Integer.parseInt(arguments[2]);
        Report report = new Report("faults");
        LocalParts.forget(HOME);
        SmallDisk disk = SmallDisk.under(HOME, Path.of(arguments[0]));
        try (Platform platform = start()) {
            new FaultBench(platform, report).onASmallDisk(disk, stops);
        }
        LocalParts.forget(HOME);
        Platform platform = start();
        new FaultBench(platform, report).onThisMachine(kills, stops);
        System.exit(report.end(arguments.length < 3));
    }

    private static Platform start() {
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), OPTIONS, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        return platform;
    }

    private void onASmallDisk(SmallDisk disk, int times) throws Exception {
        begin();
        try (MidSync jobs = new MidSync(sender, database)) {
            report.add(jobs.hit("a full disk under PostgreSQL", times, fullDisk(disk)));
        }
        tellEvents();
    }

    private void onThisMachine(int kills, int stops) throws Exception {
        begin();
        try (FeedReader feed = sender.follow();
                MidSync jobs = new MidSync(sender, database)) {
            report.add(jobs.hit("kill -9 of registry", kills, killedRegistry()));
            report.add(jobs.hit("immediate stop of PostgreSQL", stops, stoppedPostgres()));
            crash("%d × kill -9 between sending and deleting events".formatted(stops), stops, this::killRelay);
            crash("Kafka away for %d s".formatted(WITHOUT_KAFKA.toSeconds()), 1, this::takeKafkaAway);
            tellEvents();
            new Company(platform, report, HOME).measure(feed);
        }
    }

    /** Everybody is on record, and was changed once. */
    private void begin() throws Exception {
        sender.send();
        sender.send();
    }

    private void tellEvents() throws SQLException, IOException {
        Ledger ledger = Ledger.of(platform);
        long missing = ledger.missing(StubbornSender.ROWS, sender.editions());
        report.add(new Figure(
                "events of %d editions of %,d rows".formatted(sender.editions(), StubbornSender.ROWS),
                "%,d missing, %,d out of order of %,d told; %,d told more than once, as they may be"
                        .formatted(missing, ledger.outOfOrder(), ledger.told(), ledger.repeated()),
                "",
                "0 and 0",
                Measure.none("missing", missing),
                Measure.none("out of order", ledger.outOfOrder()),
                Measure.of("told", ledger.told(), ""),
                Measure.of("told more than once", ledger.repeated(), "")));
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /** Beside a list, wherever that stands. */
    private void crash(String what, int times, Fault fault) throws Exception {
        long lost = 0;
        long before = sender.twice();
        try (ExecutorService town = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                Future<?> sent = town.submit(sender::send);
                fault.happen();
                sent.get();
                lost += sender.lost();
                System.out.printf(
                        "   %d of %d: acknowledged and merged after %,d ms%n",
                        i + 1, times, (System.nanoTime() - start) / 1_000_000);
            }
        }
        long twice = sender.twice() - before;
        report.add(MidSync.harm(what, lost, twice));
    }

    private MidSync.Fault killedRegistry() {
        return new MidSync.Fault() {
            @Override
            public void hit() {
                kill(platform.process(Service.REGISTRY));
            }

            @Override
            public void mend() {
                platform.restart(Service.REGISTRY, line -> {});
            }
        };
    }

    private void killRelay() throws SQLException {
        try (HeldDeletions held = HeldDeletions.in(database)) {
            ProcessHandle session = held.awaitOne();
            kill(platform.process(Service.REGISTRY));
            session.destroy();
            session.onExit().join();
        }
        platform.restart(Service.REGISTRY, line -> {});
    }

    /** As pg_ctl stop -m immediate does it: nothing is written any more, the next start recovers from the log. */
    private MidSync.Fault stoppedPostgres() {
        return new MidSync.Fault() {
            @Override
            public void hit() throws Exception {
                ProcessHandle postgres = platform.parts().process(Piece.POSTGRESQL);
                new ProcessBuilder("kill", "-QUIT", Long.toString(postgres.pid()))
                        .start()
                        .waitFor();
            }

            @Override
            public void mend() {
                platform.parts().process(Piece.POSTGRESQL).onExit().join();
                platform.parts().restart(Piece.POSTGRESQL, line -> {});
            }
        };
    }

    private void takeKafkaAway() {
        kill(platform.parts().process(Piece.KAFKA));
        LockSupport.parkNanos(WITHOUT_KAFKA.toNanos());
        platform.parts().restart(Piece.KAFKA, line -> {});
    }

    /** Without room for its log PostgreSQL may end itself: somebody makes room and starts it again. */
    private MidSync.Fault fullDisk(SmallDisk disk) {
        return new MidSync.Fault() {
            @Override
            public void prepare() throws IOException {
                disk.fillAlmost();
            }

            @Override
            public void hit() throws IOException {
                disk.fill();
            }

            @Override
            public boolean actsAtOnce() {
                return false;
            }

            @Override
            public Duration lasts() {
                return ROOM_AGAIN_AFTER;
            }

            @Override
            public void mend() throws IOException {
                disk.empty();
                awaitPostgres();
            }
        };
    }

    private void awaitPostgres() {
        while (!answers()) {
            if (!platform.parts().process(Piece.POSTGRESQL).isAlive()) {
                platform.parts().restart(Piece.POSTGRESQL, line -> {});
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean answers() {
        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            return connection.isValid(1);
        } catch (SQLException recovering) {
            return false;
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
