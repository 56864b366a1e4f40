package jp.kakawari.registry.supporterfeed;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Whatever thirty-two writers do at once, a follower that reads meanwhile ends with what the database holds. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ConcurrentWritersTest {

    private static final int WRITERS = 32;
    private static final int STEPS = 12;
    private static final String IGA = "242161";
    private static final List<String> CHANGES = List.of(
            "{\"profile\": {\"skills\": [\"組紐\", \"翻訳\"]}}",
            "{\"profile\": {\"skills\": [\"林業\"]}}",
            "{\"profile\": {\"nickname\": \"renamed\"}}",
            "{\"ties\": []}",
            "{\"ties\": [{\"municipality\": \"" + IGA + "\"}]}",
            "{\"profile\": {\"skills\": []}, \"ties\": [{\"municipality\": \"" + IGA
                    + "\"}, {\"municipality\": \"434230\"}]}");

    @Inject
    DataSource database;

    @Test
    void a_follower_misses_nothing() throws Exception {
        Follower follower = new Follower("iga", IGA, 7);
        List<UUID> shared = IntStream.range(0, 8)
                .mapToObj(i -> register("sample-partner", somebody("shared" + i, IGA)))
                .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RandomGenerator random = RandomGeneratorFactory.getDefault().create(i);
                boolean inSets = i % 4 == 0;
                writers.add(pool.submit(() -> {
                    if (inSets) {
                        writeSets(shared, random);
                    } else {
                        writeOne(random);
                    }
                    return null;
                }));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                follower.page();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        follower.catchUp();
        assertThat(follower.seen()).isEqualTo(held());
        assertThat(skillsThatDiffer()).isEmpty();
    }

    /** Each transaction takes several of the shared supporters, and some think again. */
    private void writeSets(List<UUID> shared, RandomGenerator random) throws SQLException {
        for (int step = 0; step < STEPS; step++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                String some = shared.stream()
                        .filter(id -> random.nextBoolean())
                        .map(id -> "'" + id + "'")
                        .reduce("'" + shared.getFirst() + "'", (one, other) -> one + ", " + other);
                statement.execute("select pg_current_xact_id()");
                statement.execute("select from supporter where id in (" + some + ") order by id for update");
                statement.execute("update supporter set revision = revision + 1 where id in (" + some + ")");
                if (random.nextInt(4) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** A supporter's life through the API. */
    private static void writeOne(RandomGenerator random) {
        UUID id = register("sample-partner", somebody("one", IGA));
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(5) == 0) {
                post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(id, "LEARNING", "2026-11-0" + (1 + random.nextInt(9)), "cw-" + id + step));
            } else {
                patching("sample-partner")
                        .header("If-Match", "*")
                        .body(CHANGES.get(random.nextInt(CHANGES.size())))
                        .patch("/v1/supporters/" + id)
                        .then()
                        .statusCode(204);
            }
        }
        if (random.nextInt(3) == 0) {
            as("sample-partner")
                    .header("If-Match", "*")
                    .delete("/v1/supporters/" + id)
                    .then()
                    .statusCode(204);
        }
    }

    private Map<String, String> held() throws SQLException {
        Map<String, String> held = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select s.id, case when t.ended_on is null and s.state = 'ACTIVE' then 'updated ' || s.revision
                                          else 'deleted' end
                        from tie t join supporter s on s.id = t.supporter where t.municipality = '%s'""".formatted(IGA))) {
            while (rows.next()) {
                held.put(rows.getString(1), rows.getString(2));
            }
        }
        return held;
    }

    /** What the skills of the ties are, against what they should be. */
    private List<String> skillsThatDiffer() throws SQLException {
        List<String> differing = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        with due as (
                            select distinct t.municipality, skill, t.supporter
                            from tie t join supporter s on s.id = t.supporter, unnest(s.skills) as skill
                            where t.ended_on is null)
                        (table due except table tie_skill) union all (table tie_skill except table due)""")) {
            while (rows.next()) {
                differing.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return differing;
    }
}
