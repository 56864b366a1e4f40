package jp.kakawari.bench;

import java.sql.SQLException;
import java.time.Duration;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Client;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Service;

/** What users do to each other: many writers beside one who follows, and slow clients beside all others. */
record Company(Platform platform, Report report) {

    private static final int SLOW_CLIENTS = 500;
    private static final int CLERKS = 32;

    void measure(FeedReader feed) throws Exception {
        missNothing(feed);
        holdNobodyUp();
    }

    private void missNothing(FeedReader feed) throws Exception {
        Database database = platform.database(Service.REGISTRY);
        tellMissed("feed followed through all crashes", feed.missed(database));
        Client town = new Actors(platform.tokens()).government(StubbornSender.TOWN);
        Writers clerks = Writers.of(town, platform.address(Service.REGISTRY).resolve("/v1/supporters"), database);
        long written = clerks.write(CLERKS);
        tellMissed("feed beside %d writers, %,d changes".formatted(CLERKS, written), feed.missed(database));
    }

    private void tellMissed(String what, long missed) throws SQLException {
        report.add(new Figure(what, "%,d changes missed".formatted(missed), "", "0", missed == 0));
    }

    private void holdNobodyUp() throws Exception {
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
