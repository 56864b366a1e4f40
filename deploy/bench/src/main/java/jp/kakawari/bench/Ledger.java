package jp.kakawari.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Service;

/** What Kafka was told of each supporter: the revisions in the order in which a reader finds them. */
record Ledger(Map<String, List<Long>> revisions) {

    private static final String TOPIC = "registry.supporter.v1";

    /** Once the relay has nothing left to tell. */
    static Ledger of(Platform platform) throws SQLException, IOException {
        awaitEmptyOutbox(platform.database(Service.REGISTRY));
        Map<String, List<Long>> revisions = new HashMap<>();
        JsonMapper json = JsonMapper.builder().build();
        for (var record : platform.parts().topics().all(TOPIC)) {
            revisions
                    .computeIfAbsent(record.key(), key -> new ArrayList<>())
                    .add(json.readTree(record.value()).path("revision").asLong());
        }
        return new Ledger(revisions);
    }

    private static void awaitEmptyOutbox(Database database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            boolean empty = false;
            while (!empty) {
                try (var rows = statement.executeQuery("select not exists (select from outbox)")) {
                    rows.next();
                    empty = rows.getBoolean(1);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    long told() {
        return revisions.values().stream().mapToLong(List::size).sum();
    }

    /** Revisions of so many supporters, 1 to the last, that nobody was told. */
    long missing(int supporters, int last) {
        return (long) supporters * last - distinct();
    }

    /** Told once more than needed, which is allowed: every event is told at least once. */
    long repeated() {
        return told() - distinct();
    }

    private long distinct() {
        return revisions.values().stream()
                .mapToLong(told -> told.stream().distinct().count())
                .sum();
    }

    /** How often a reader finds an older revision behind a newer one; the same one again is no harm. */
    long outOfOrder() {
        return revisions.values().stream().mapToLong(Ledger::stepsBack).sum();
    }

    private static long stepsBack(List<Long> told) {
        long steps = 0;
        for (int i = 1; i < told.size(); i++) {
            steps += told.get(i) < told.get(i - 1) ? 1 : 0;
        }
        return steps;
    }
}
