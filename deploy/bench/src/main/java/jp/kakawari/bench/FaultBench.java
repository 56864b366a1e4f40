package jp.kakawari.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.embedded.LocalParts.Piece;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/**
 * {@code deploy/bench/faults}: one municipality keeps sending its list, changed each time, with one Idempotency-Key for each
 * edition however often it has to be sent, while a part of the platform is crashed at a random moment.
 */
public final class FaultBench {

    private static final Path HOME = Path.of(".kakawari", "faults");
    private static final int SLOW_CLIENTS = 500;
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1", "-Dkakawari.sync.chunk-rows=200", "-Dkakawari.rate-limit.requests=100000000");

    private final Platform platform;
    private final StubbornSender sender;
    private final Report report = new Report("faults");
    private final Random random = new Random(43);
    private Duration undisturbed;

    private FaultBench(Platform platform) {
        this.platform = platform;
        this.sender = new StubbornSender(platform, HOME);
    }

    /** Arguments: how often registry and PostgreSQL are crashed, 50 and 10 where none are given; only these write the README. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
        int stops = arguments.length == 0 ? 10 : Integer.parseInt(arguments[1]);
        LocalParts.forget(HOME);
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), OPTIONS, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        FaultBench bench = new FaultBench(platform);
        bench.run(kills, stops);
        if (arguments.length == 0) {
            bench.report.write();
        }
        System.exit(0);
    }

    private void run(int kills, int stops) throws Exception {
        sender.send();
        long start = System.nanoTime();
        sender.send();
        undisturbed = Duration.ofNanos(System.nanoTime() - start);
        crash("%d × kill -9 of registry in mid-sync".formatted(kills), kills, this::killRegistry);
        crash("%d × immediate stop of PostgreSQL in mid-sync".formatted(stops), stops, this::stopPostgres);
        crash("Kafka away for 60 s", 1, this::takeKafkaAway);
        slowClients();
        Ledger ledger = Ledger.of(platform);
        report.add(new Figure(
                "events of %d editions of %,d rows".formatted(sender.editions(), StubbornSender.ROWS),
                "%,d missing, %,d out of order of %,d told"
                        .formatted(
                                ledger.missing(StubbornSender.ROWS, sender.editions()),
                                ledger.outOfOrder(),
                                ledger.told()),
                "",
                "0 and 0",
                ledger.missing(StubbornSender.ROWS, sender.editions()) + ledger.outOfOrder() == 0));
    }

    private interface Fault {
        void happen() throws Exception;
    }

    private void crash(String what, int times, Fault fault) throws Exception {
        long lost = 0;
        long twice = 0;
        List<Duration> took = new ArrayList<>();
        try (ExecutorService town = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                Future<?> sent = town.submit(() -> sender.send());
                LockSupport.parkNanos((long) (random.nextDouble() * 1.2 * undisturbed.toNanos()));
                fault.happen();
                sent.get();
                took.add(Duration.ofNanos(System.nanoTime() - start));
                lost += sender.lost();
                twice += sender.twice();
                System.out.printf(
                        "   %d of %d: acknowledged and merged after %,d ms%n",
                        i + 1, times, took.getLast().toMillis());
            }
        }
        report.add(
                new Figure(what, "%,d rows lost, %,d twice".formatted(lost, twice), "", "0 and 0", lost + twice == 0));
    }

    private void killRegistry() {
        ProcessHandle registry = platform.process(Service.REGISTRY);
        registry.destroyForcibly();
        registry.onExit().join();
        platform.restart(Service.REGISTRY, line -> {});
    }

    /** As pg_ctl stop -m immediate does it: nothing is written any more, the next start recovers from the log. */
    private void stopPostgres() throws Exception {
        ProcessHandle postgres = platform.parts().process(Piece.POSTGRESQL);
        new ProcessBuilder("kill", "-QUIT", Long.toString(postgres.pid()))
                .start()
                .waitFor();
        postgres.onExit().join();
        platform.parts().restart(Piece.POSTGRESQL, line -> {});
    }

    private void takeKafkaAway() {
        ProcessHandle kafka = platform.parts().process(Piece.KAFKA);
        kafka.destroyForcibly();
        kafka.onExit().join();
        LockSupport.parkNanos(Duration.ofSeconds(60).toNanos());
        platform.parts().restart(Piece.KAFKA, line -> {});
    }

    private void slowClients() throws Exception {
        String path = "/v1/municipalities/%s/supporters?limit=20".formatted(StubbornSender.TOWN);
        try (Load load =
                new Load(platform.address(Service.REGISTRY), platform.tokens().of(StubbornSender.CLIENT))) {
            Duration before = load.run(i -> path, 4, Duration.ofSeconds(15)).p99();
            try (SlowClients slow = SlowClients.open(platform.address(Service.REGISTRY), SLOW_CLIENTS)) {
                Duration during = load.run(i -> path, 4, Duration.ofSeconds(15)).p99();
                double times = (double) during.toNanos() / before.toNanos();
                report.add(new Figure(
                        "p99 of others beside %d slow clients".formatted(slow.connected()),
                        "%.1f ms".formatted(during.toNanos() / 1e6),
                        "%.2f × that without them (%.1f ms)".formatted(times, before.toNanos() / 1e6),
                        "≤ 1.2 ×",
                        times <= 1.2));
            }
        }
    }
}
