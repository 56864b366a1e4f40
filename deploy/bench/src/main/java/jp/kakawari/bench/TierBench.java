package jp.kakawari.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/**
 * {@code deploy/bench/tiers}: how long a million members take to follow a new policy, half of them into another tier, against
 * plain SQL that does the same in one transaction; and how long a clerk waits who records what members do meanwhile.
 */
public final class TierBench {

    private static final Path HOME = Path.of(".kakawari", "bench");
    private static final String TOWN = "212172";
    private static final String SCHEME = "bench-club";
    private static final List<String> OPTIONS =
            List.of("-Dkakawari.rate-limit.requests=100000000", "-Dkakawari.registry.tiers-followed-every=1s");
    private static final int ALONE = 1_000;

    private final Platform platform;
    private final Client town;
    private final int members;
    private final List<String> somebody = new ArrayList<>();

    private TierBench(Platform platform, int members) {
        this.platform = platform;
        this.town = new Actors(platform.tokens()).government(TOWN);
        this.members = members;
    }

    /** With a number as its argument that many members, printed only; without, a million, and the README is written. */
    public static void main(String[] arguments) throws Exception {
        Report report = new Report("tiers");
        LocalParts.forget(HOME);
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), OPTIONS, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        new TierBench(platform, members).run(report);
        System.exit(report.end(arguments.length == 0));
    }

    private void run(Report report) throws SQLException {
        try (Connection database = connect()) {
            state(5, false, null);
            fill(database);
            Latencies alone = new Latencies();
            for (int i = 0; i < 2 * ALONE; i++) {
                record(i, i < ALONE ? new Latencies() : alone);
            }
            Latencies beside = new Latencies();
            long start = System.nanoTime();
            state(2, true, "\"1\"");
            for (int i = 2 * ALONE; !done(database); i++) {
                record(i, beside);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            Duration followed = Duration.ofNanos(System.nanoTime() - start);
            platform.stop(Service.REGISTRY);
            Duration plain = new PlainTiers(database, SCHEME, TOWN).measure();
            report.add(following(followed, plain));
            report.add(waiting(alone, beside));
        }
    }

    private Figure following(Duration followed, Duration plain) {
        double ratio = (double) plain.toMillis() / followed.toMillis();
        long limit = 300L * members / 1_000_000;
        return new Figure(
                "%,d members follow a new policy".formatted(members),
                "%,.0f s, %,.0f/s".formatted(followed.toMillis() / 1e3, members * 1e3 / followed.toMillis()),
                "%.2f of plain SQL (%,.0f s)".formatted(ratio, plain.toMillis() / 1e3),
                "≤ %d s".formatted(limit),
                Measure.atMost(limit, "time", followed.toMillis() / 1e3, "s"),
                Measure.of("rate", members * 1e3 / followed.toMillis(), "1/s"),
                Measure.of("share of plain SQL", ratio, ""));
    }

    private static Figure waiting(Latencies alone, Latencies beside) {
        Duration p99 = beside.quantile(0.99);
        return new Figure(
                "an engagement recorded meanwhile",
                "median %.1f ms, p99 %.0f ms".formatted(Measure.millis(beside.quantile(0.5)), Measure.millis(p99)),
                "median %.1f ms, p99 %.0f ms without it"
                        .formatted(Measure.millis(alone.quantile(0.5)), Measure.millis(alone.quantile(0.99))),
                "p99 ≤ 3 s: one chunk",
                Measure.median(beside),
                Measure.atMost(3_000, "p99", Measure.millis(p99), "ms"),
                Measure.of("p99 without it", Measure.millis(alone.quantile(0.99)), "ms"));
    }

    private void state(int atLeast, boolean moves, String etag) {
        URI scheme = platform.address(Service.REGISTRY).resolve("/v1/schemes/" + SCHEME);
        Map<String, Object> platinum = Map.of(
                "code",
                "platinum",
                "name",
                "プラチナ",
                "rule",
                Map.of("measure", "COUNT", "atLeast", atLeast, "months", 12));
        Map<String, Object> policy = Map.of(
                "tiers",
                List.of(Map.of("code", "regular", "name", "一般"), platinum),
                "joining",
                Map.of(),
                "movesMembers",
                moves);
        Map<String, Object> body =
                Map.of("state", "OPEN", "name", "大きな会", "municipalities", List.of(TOWN), "policy", policy);
        (etag == null ? town.put(scheme, body) : town.put(scheme, body, etag)).expect(200);
    }

    /** Every other member did something twice; those who are written of meanwhile are among the others. */
    private void fill(Connection database) throws SQLException {
        run(database, """
                insert into supporter (id, revision, state, kind, subject_key)
                select uuidv7(), 1, 'ACTIVE', 'PERSON', 'mm-' || n from generate_series(1, %d) n""".formatted(members));
        run(database, """
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                select '%s', id, 'CATCH', 1, current_date, false, false from supporter""".formatted(TOWN));
        run(database, """
                insert into membership (id, municipality, scheme, supporter, number, policy, tier, joined_on, state, source)
                select uuidv7(), '%s', '%s', id, subject_key, 1, 'regular', current_date, 'ACTIVE', 'list'
                from supporter""".formatted(TOWN, SCHEME));
        run(database, """
                insert into engagement (supporter, municipality, activity, occurred_on, status, source_system, source_transaction)
                select id, '%s', 'VOLUNTEERING', current_date - times.n, 'ATTESTED', 'list', subject_key || '-' || times.n
                from supporter cross join generate_series(1, 2) as times (n)
                where cast(substr(subject_key, 4) as int) %% 2 = 0""".formatted(TOWN));
        run(database, "analyze");
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select id::text from supporter where cast(substr(subject_key, 4) as int) % 2 = 1"
                                + " order by random() limit 5000")) {
            while (rows.next()) {
                somebody.add(rows.getString(1));
            }
        }
    }

    private void record(int number, Latencies latencies) {
        URI engagements = platform.address(Service.REGISTRY).resolve("/v1/municipalities/" + TOWN + "/engagements");
        long start = System.nanoTime();
        town.post(
                        engagements,
                        Map.of(
                                "supporter",
                                somebody.get(number % somebody.size()),
                                "activity",
                                "VOLUNTEERING",
                                "occurredOn",
                                LocalDate.now().minusDays(1).toString(),
                                "sourceTransaction",
                                "bench-" + number))
                .expect(201);
        latencies.add(System.nanoTime() - start);
    }

    private static boolean done(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) = 0 from tier_review where done_at is null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Database registry = platform.database(Service.REGISTRY);
        return DriverManager.getConnection(registry.jdbcUrl(), registry.owner(), registry.ownerPassword());
    }
}
