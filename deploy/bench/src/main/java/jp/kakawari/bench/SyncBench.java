package jp.kakawari.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/** {@code deploy/bench/sync}: how fast a town hall's list comes in, against the same rows written by plain SQL. */
public final class SyncBench {

    private static final Path HOME = Path.of(".kakawari", "bench");
    /** Up to so many rows are over before what else the machine does is evened out: the middle of seven counts. */
    private static final int FEW = 100_000;

    /** Long enough for hundreds of events that are committed one by one beside it. */
    private static final int LONG_LIST = 300_000;

    private static final Duration NOTHING_LASTS = Duration.ofSeconds(8);

    private static final String TOWN = "212172";
    private static final String CLIENT = "hida";

    /** One caller asks more than the limit of a caller, and is counted all the same. Nobody looks for duplicates meanwhile. */
    private static final List<String> OPTIONS =
            List.of("-Dkakawari.rate-limit.requests=100000000", "-Dkakawari.registry.duplicates-followed-every=off");

    private final Platform platform;
    private final Database database;
    private final Lists lists;
    private final Report report;

    private SyncBench(Platform platform, Report report) {
        this.platform = platform;
        this.report = report;
        this.database = platform.database(Service.REGISTRY);
        this.lists = new Lists(platform, HOME, TOWN);
    }

    /** Arguments: the sizes to measure, 10000 and 1000000 where none are given; only these write the README. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0
                ? List.of(10_000, 1_000_000)
                : List.of(arguments).stream().map(Integer::valueOf).toList();
        Report report = new Report("sync");
        LocalParts.forget(HOME);
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), OPTIONS, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        new SyncBench(platform, report).run(sizes);
        System.exit(report.end(arguments.length == 0));
    }

    private void run(List<Integer> sizes) throws Exception {
        List<PlainSql.Times> limits = limits(sizes);
        lists.warmUp();
        List<List<Duration>> taken = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            taken.add(lists(sizes.get(i), limits.get(i)));
        }
        int last = sizes.size() - 1;
        growth(sizes.getFirst(), taken.getFirst(), sizes.get(last), taken.get(last));
        lists.vacuum();
        relay();
        commitToKafka();
        new Reads(platform.address(Service.REGISTRY), platform.tokens().of(CLIENT), TOWN, database, report)
                .measure(sizes.get(last));
    }

    /** What PostgreSQL does of it by plain SQL, with the registry out of the way. */
    private List<PlainSql.Times> limits(List<Integer> sizes) throws SQLException, IOException {
        platform.stop(Service.REGISTRY);
        List<PlainSql.Times> limits = new ArrayList<>();
        try (PlainSql sql = new PlainSql(database, HOME)) {
            for (int size : sizes) {
                PlainSql.Times times = limit(sql, size);
                limits.add(times);
                System.out.printf(
                        "plain SQL, %,d rows: COPY %,d/s, create %,d/s, update %,d/s, unchanged %,d/s (hashes alone %,d/s)%n",
                        size,
                        rate(size, times.copy()),
                        rate(size, times.create()),
                        rate(size, times.update()),
                        rate(size, times.unchanged()),
                        rate(size, times.compared()));
            }
        }
        platform.restart(Service.REGISTRY, System.out::println);
        return limits;
    }

    private static PlainSql.Times limit(PlainSql sql, int size) throws SQLException, IOException {
        List<PlainSql.Times> times = new ArrayList<>();
        sql.measure(size); // the first to touch so much memory and log is slower
        for (int i = 0; i < rounds(size); i++) {
            times.add(sql.measure(size));
        }
        return PlainSql.Times.middle(times);
    }

    private List<Duration> lists(int size, PlainSql.Times limit) throws Exception {
        List<Duration> created = new ArrayList<>();
        List<Duration> changed = new ArrayList<>();
        List<Duration> unchanged = new ArrayList<>();
        for (int i = 0; i < rounds(size); i++) {
            lists.forget();
            created.add(lists.send(size, 0, "created"));
            lists.drain();
            changed.add(lists.send(size, 1, "changed"));
            lists.drain();
            unchanged.add(lists.send(size, 1, "unchanged"));
        }
        List<Duration> middles = List.of(middle(created), middle(changed), middle(unchanged));
        tell("create", size, middles.get(0), limit.create(), 20_000, 0.6);
        tell("update", size, middles.get(1), limit.update(), 20_000, 0.6);
        tell("unchanged", size, middles.get(2), limit.unchanged(), 50_000, 0.4);
        againstHashes(size, middles.get(2), limit.compared());
        return middles;
    }

    /** What the registry does besides comparing, which is reading the file and hashing its rows, the limit leaves to nobody. */
    private void againstHashes(int size, Duration took, Duration limit) {
        double share = (double) limit.toNanos() / took.toNanos();
        report.add(new Figure(
                "unchanged %,d rows, against numbers and hashes alone".formatted(size),
                "%,d/s".formatted(rate(size, took)),
                "%.2f of plain SQL (%,d/s)".formatted(share, rate(size, limit)),
                "",
                Measure.of("rate", rate(size, took), "1/s"),
                Measure.of("share of plain SQL", share, ""),
                Measure.of("rate of plain SQL", rate(size, limit), "1/s")));
    }

    private static int rounds(int size) {
        return size < FEW ? 7 : 1;
    }

    static Duration middle(List<Duration> taken) {
        return taken.stream().sorted().toList().get(taken.size() / 2);
    }

    private void tell(String what, int size, Duration took, Duration limit, int perSecond, double ratio) {
        double share = (double) limit.toNanos() / took.toNanos();
        report.add(new Figure(
                "%s %,d rows".formatted(what, size),
                "%,d/s".formatted(rate(size, took)),
                "%.2f of plain SQL (%,d/s)".formatted(share, rate(size, limit)),
                "≥ %,d/s and ≥ %.1f".formatted(perSecond, ratio),
                Measure.atLeast(perSecond, "rate", rate(size, took), "1/s"),
                Measure.atLeast(ratio, "share of plain SQL", share, ""),
                Measure.of("rate of plain SQL", rate(size, limit), "1/s")));
    }

    private void growth(int small, List<Duration> ofSmall, int large, List<Duration> ofLarge) {
        String[] what = {"create", "update", "unchanged"};
        for (int i = 0; i < what.length; i++) {
            double times =
                    (double) ofLarge.get(i).toNanos() / large / ofSmall.get(i).toNanos() * small;
            report.add(new Figure(
                    "%s: cost per row at %,d".formatted(what[i], large),
                    "%.2f × that at %,d".formatted(times, small),
                    "",
                    "≤ 1.3 ×",
                    Measure.atMost(1.3, "cost per row, of that of fewer", times, "")));
        }
    }

    private void relay() throws SQLException {
        double perSecond = lists.relayed(200_000);
        report.add(new Figure(
                "relay to Kafka, 200,000 events",
                "%,.0f/s".formatted(perSecond),
                "",
                "≥ 10,000/s",
                Measure.atLeast(10_000, "rate", perSecond, "1/s")));
    }

    /** Events that come one by one, alone and beside a list of which every row is told, after such a list to warm up. */
    private void commitToKafka() throws Exception {
        platform.parts().topics().create(CommitToKafka.TOPIC, 6);
        besideAList(2);
        try (CommitToKafka alone = new CommitToKafka(database, platform.parts().bootstrapServers())) {
            tell("alone", alone.during(SyncBench::nothing));
        }
        tell("beside a list of %,d".formatted(LONG_LIST), besideAList(3));
    }

    private static Lists.Passage nothing() {
        Instant start = Instant.now();
        LockSupport.parkNanos(NOTHING_LASTS.toNanos());
        return new Lists.Passage(start, Instant.now());
    }

    private Latencies besideAList(int edition) throws Exception {
        Path list = lists.write(LONG_LIST, edition);
        try (CommitToKafka beside = new CommitToKafka(database, platform.parts().bootstrapServers())) {
            return beside.during(() -> lists.send(list, LONG_LIST, "rowsRead"));
        } finally {
            Files.delete(list);
            lists.drain();
        }
    }

    private void tell(String when, Latencies taken) {
        Measure median = Measure.median(taken);
        double p99 = Measure.millis(taken.quantile(0.99));
        report.add(new Figure(
                "commit to Kafka, " + when,
                "median %.1f ms, p99 %.1f ms of %,d events".formatted(median.value(), p99, taken.count()),
                "",
                "p99 ≤ 250 ms of ≥ 400",
                median,
                Measure.atMost(250, "p99", p99, "ms"),
                Measure.atLeast(400, "events", taken.count(), "")));
    }

    private static long rate(int rows, Duration took) {
        return rows * 1000L / Math.max(1, took.toMillis());
    }
}
