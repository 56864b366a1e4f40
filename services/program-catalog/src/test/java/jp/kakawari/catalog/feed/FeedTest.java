package jp.kakawari.catalog.feed;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class FeedTest {

    private static final int WRITERS = 32;

    @Inject
    DataSource database;

    @Test
    void a_follower_sees_publication_change_and_removal_but_never_a_draft() {
        Follower follower = new Follower("");
        follower.catchUp();
        UUID secret = draft(HIDA, volunteering());
        UUID id = published(HIDA, volunteering());
        follower.catchUp();
        assertThat(follower.seen).containsEntry(id.toString(), "updated 2").doesNotContainKey(secret.toString());
        as(HIDA).header("If-Match", etag(id))
                .body(with(volunteering(), "title", "石積みの学校"))
                .put("/v1/programs/{id}", id)
                .then()
                .statusCode(200);
        follower.catchUp();
        assertThat(follower.seen).containsEntry(id.toString(), "updated 3");
        as(HIDA).header("If-Match", etag(id))
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(204);
        follower.catchUp();
        assertThat(follower.seen).containsEntry(id.toString(), "deleted");
    }

    @Test
    void the_end_of_a_call_is_a_deletion_and_opening_again_brings_it_back() {
        UUID id = published(HIDA, volunteering());
        step(HIDA, id, "closure").then().statusCode(200);
        Follower follower = new Follower("");
        follower.catchUp();
        assertThat(follower.seen).containsEntry(id.toString(), "deleted");
        step(HIDA, id, "publication").then().statusCode(200);
        follower.catchUp();
        assertThat(follower.seen).containsEntry(id.toString(), "updated 4");
    }

    @Test
    void a_full_page_may_be_cached_and_the_last_one_is_empty_and_its_own_next() {
        published(HIDA, volunteering());
        published(HIDA, volunteering());
        given().get("/v1/feeds/programs?limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("Program"))
                .body("license", equalTo("https://creativecommons.org/licenses/by/4.0/"));
        Follower follower = new Follower("");
        follower.catchUp();
        given().get(follower.next)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("items", hasSize(0))
                .body("next", equalTo(follower.next));
    }

    @Test
    void row040_a_prefecture_reads_the_delta_with_what_left_it() {
        UUID both = published(HIDA, with(volunteering(), "municipalities", List.of("212172", "194425")));
        UUID elsewhere = published(HIDA, volunteering());
        OffsetDateTime since = OffsetDateTime.now();
        Follower yamanashi = new Follower("&prefecture=19");
        yamanashi.catchUp();
        assertThat(yamanashi.seen).containsEntry(both.toString(), "updated 2").doesNotContainKey(elsewhere.toString());
        as(HIDA).header("If-Match", etag(both))
                .body(volunteering())
                .put("/v1/programs/{id}", both)
                .then()
                .statusCode(200);
        yamanashi.catchUp();
        assertThat(yamanashi.seen).containsEntry(both.toString(), "deleted");
        JsonPath delta = given().queryParam("prefecture", "山梨県")
                .queryParam("updatedSince", since.toString())
                .get("/v1/feeds/programs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(delta.getList("items.id")).containsExactly(both.toString());
        assertThat(delta.getList("items.state")).containsExactly("deleted");
    }

    @Test
    void whoever_numbers_next_waits_until_the_one_before_is_visible() throws SQLException {
        UUID first = published(HIDA, volunteering());
        UUID second = published(HIDA, volunteering());
        try (Connection one = database.getConnection();
                Connection two = database.getConnection()) {
            one.setAutoCommit(false);
            touch(one, first);
            two.setAutoCommit(false);
            two.createStatement().execute("set local lock_timeout = '100ms'");
            assertThatThrownBy(() -> touch(two, second))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            timeout -> assertThat(timeout.getSQLState()).isEqualTo("55P03"));
            two.rollback();
            one.rollback();
        }
    }

    @Test
    void with_32_writers_at_once_a_follower_misses_nothing() throws Exception {
        Follower follower = new Follower("&limit=7");
        follower.catchUp();
        Map<String, String> last = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map.Entry<String, String>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(writer(i)));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                follower.step();
            }
            for (var writer : writers) {
                last.put(result(writer).getKey(), result(writer).getValue());
            }
        }
        follower.catchUp();
        assertThat(follower.seen).containsAllEntriesOf(last);
        assertThat(last).hasSize(WRITERS);
    }

    /** A program of its own, changed, closed or removed at random; answers how it ended. */
    private static Callable<Map.Entry<String, String>> writer(int seed) {
        return () -> {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            UUID id = published(HIDA, volunteering());
            String last = "updated 2";
            for (int change = random.nextInt(5); change > 0 && last.startsWith("updated"); change--) {
                last = change(id, random);
            }
            return Map.entry(id.toString(), last);
        };
    }

    private static String change(UUID id, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                step(HIDA, id, "closure").then().statusCode(200);
                return "deleted";
            }
            case 1 -> {
                as(HIDA).header("If-Match", etag(id))
                        .delete("/v1/programs/{id}", id)
                        .then()
                        .statusCode(204);
                return "deleted";
            }
            default -> {
                int revision = as(HIDA).header("If-Match", etag(id))
                        .body(volunteering())
                        .put("/v1/programs/{id}", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("revision");
                return "updated " + revision;
            }
        }
    }

    private static Map.Entry<String, String> result(Future<Map.Entry<String, String>> writer)
            throws InterruptedException {
        try {
            return writer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private static void touch(Connection connection, UUID program) throws SQLException {
        try (var update = connection.prepareStatement("update program set revision = revision where id = ?")) {
            update.setObject(1, program);
            update.executeUpdate();
        }
    }

    /** A partner app: reads {@code next}, keeps the newest state of each program. */
    private static class Follower {
        private String next;
        private long position;
        private final Map<String, String> seen = new HashMap<>();

        Follower(String parameters) {
            next = "/v1/feeds/programs?afterChangeNumber=0" + parameters;
        }

        boolean step() {
            JsonPath page = given().get(next).then().statusCode(200).extract().jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            for (Map<String, Object> item : items) {
                long number = ((Number) item.get("modified")).longValue();
                assertThat(number).isGreaterThan(position);
                position = number;
                seen.put((String) item.get("id"), state(item));
            }
            next = page.getString("next");
            return !items.isEmpty();
        }

        private static String state(Map<String, Object> item) {
            return item.get("data") instanceof Map<?, ?> data
                    ? item.get("state") + " " + data.get("revision")
                    : (String) item.get("state");
        }

        void catchUp() {
            while (step()) {
                assertThat(next).isNotBlank();
            }
        }
    }
}
