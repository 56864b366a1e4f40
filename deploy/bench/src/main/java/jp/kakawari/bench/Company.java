package jp.kakawari.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Service;

/** What users do to each other: many writers beside one who follows, and slow clients beside all others. */
record Company(Platform platform, Report report, Path files) {

    private static final int CLERKS = 32;
    private static final int NOBODIES = 452;
    private static final int SLOW_BODIES = 40;
    private static final int SLOW_LISTS = 8;
    private static final Duration UNTIL_THEY_HANG = Duration.ofSeconds(2);

    private static final String QUICK_TOWN = "194425";

    void measure(FeedReader feed) throws Exception {
        missNothing(feed);
        takeListsBesideSlowOnes();
        holdNobodyUp();
    }

    private void missNothing(FeedReader feed) throws Exception {
        Database database = platform.database(Service.REGISTRY);
        tell("feed followed through all crashes", feed.compare(database));
        Client town = new Actors(platform.tokens()).government(StubbornSender.TOWN);
        Writers clerks = Writers.of(town, registry().resolve("/v1/supporters"), database);
        long written = clerks.write(CLERKS);
        tell("feed beside %d writers, %,d changes".formatted(CLERKS, written), feed.compare(database));
    }

    private void tell(String what, FeedReader.Compared compared) {
        report.add(new Figure(
                what + ": last revisions of %,d supporters".formatted(compared.supporters()),
                "%,d otherwise than in the database, %,d behind newer ones"
                        .formatted(compared.otherwise(), compared.stepsBack()),
                "",
                "0 and 0",
                Measure.none("otherwise than in the database", compared.otherwise()),
                Measure.none("behind newer ones", compared.stepsBack())));
    }

    /** The registry takes so many lists at a time; who sends theirs slowly must not keep another town from being among them. */
    private void takeListsBesideSlowOnes() throws Exception {
        StubbornSender town = new StubbornSender(platform, files, QUICK_TOWN);
        town.send();
        town.send();
        Duration alone = town.took();
        try (SlowClients slow = SlowClients.inLists(registry(), SLOW_LISTS, this::token)) {
            LockSupport.parkNanos(UNTIL_THEY_HANG.toNanos());
            int hanging = slow.connected();
            boolean through = sent(town);
            double took = town.took().toMillis() / 1e3;
            int ended = hanging - slow.connected();
            report.add(new Figure(
                    "a list beside %d uploads of a byte a second".formatted(hanging),
                    (through ? "merged after %.1f s".formatted(took) : "refused for minutes")
                            + ", %d of them ended by the registry".formatted(ended),
                    "%.1f s without them".formatted(alone.toMillis() / 1e3),
                    "≤ 60 s",
                    Measure.atLeast(1, "lists through", through ? 1 : 0, ""),
                    Measure.atMost(60, "time", through ? took : StubbornSender.PATIENCE.toSeconds(), "s"),
                    Measure.of("time without them", alone.toMillis() / 1e3, "s"),
                    Measure.of("ended by the registry", ended, "")));
        }
    }

    private static boolean sent(StubbornSender town) throws Exception {
        try {
            town.send();
            return true;
        } catch (IllegalStateException refused) {
            System.out.println("   " + refused.getMessage());
            return false;
        }
    }

    private void holdNobodyUp() throws Exception {
        String path = "/v1/municipalities/%s/supporters?limit=20".formatted(StubbornSender.TOWN);
        try (Load load = new Load(registry(), platform.tokens().of(StubbornSender.CLIENT))) {
            Duration before = load.run(i -> path, 4, Duration.ofSeconds(15)).p99();
            try (SlowClients nobodies = SlowClients.inHeaders(registry(), NOBODIES);
                    SlowClients bodies = SlowClients.inBodies(registry(), SLOW_BODIES, this::token);
                    SlowClients lists = SlowClients.inLists(registry(), SLOW_LISTS, this::token)) {
                Duration during = load.run(i -> path, 4, Duration.ofSeconds(15)).p99();
                double times = (double) during.toNanos() / before.toNanos();
                report.add(new Figure(
                        "p99 of others beside slow clients, still connected: %s in their headers, %s in a body, %s in a list"
                                .formatted(nobodies.told(), bodies.told(), lists.told()),
                        "%.1f ms".formatted(Measure.millis(during)),
                        "%.2f × that without them (%.1f ms)".formatted(times, Measure.millis(before)),
                        "≤ 1.2 ×",
                        Measure.of("p99", Measure.millis(during), "ms"),
                        Measure.of("p99 without them", Measure.millis(before), "ms"),
                        Measure.atMost(1.2, "p99, of that without them", times, ""),
                        Measure.of("still connected in headers", nobodies.connected(), ""),
                        Measure.of("still connected in a body", bodies.connected(), ""),
                        Measure.of("still connected in a list", lists.connected(), "")));
            }
        }
    }

    private URI registry() {
        return platform.address(Service.REGISTRY);
    }

    private String token(SlowClients.SlowTown town) {
        return platform.tokens().of(town.client());
    }
}
