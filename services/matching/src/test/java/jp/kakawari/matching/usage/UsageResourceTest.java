package jp.kakawari.matching.usage;

import static io.restassured.RestAssured.given;
import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.APP_ID;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI_ID;
import static jp.kakawari.matching.TestWorld.OTHER_APP;
import static jp.kakawari.matching.TestWorld.SECRETARIAT;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.asHanako;
import static jp.kakawari.matching.TestWorld.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class UsageResourceTest {
    @Inject
    TestWorld world;

    @Test
    void what_an_organisation_does_is_counted_once_each() {
        Map<String, Integer> app = used(APP);
        Map<String, Integer> host = used(MINAMIOGUNI);
        as(APP).body("{\"interests\": [\"温泉\"]}")
                .post("/v1/recommendations")
                .then()
                .statusCode(200);
        String application = apply(APP, world.program(Selection.FIRST_COME, 1), world.supporter())
                .path("id");
        once(as(MINAMIOGUNI))
                .body(Map.of("application", application))
                .post("/v1/participations")
                .then()
                .statusCode(201);
        apply(OTHER_APP, UUID.randomUUID(), UUID.randomUUID()).then().statusCode(404);

        assertThat(used(APP)).isEqualTo(more(more(app, "recommendations"), "applications"));
        assertThat(used(MINAMIOGUNI)).isEqualTo(more(host, "participations"));
        as(OTHER_APP).get("/v1/usage").then().body("items", empty());
    }

    @Test
    void the_secretariat_sees_all_organisations_and_the_others_only_their_own() {
        as(APP).body("{}").post("/v1/recommendations").then().statusCode(200);
        as(MINAMIOGUNI).body("{}").post("/v1/recommendations").then().statusCode(200);
        asHanako().body("{}").post("/v1/recommendations").then().statusCode(200);
        as(SECRETARIAT)
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .body("items.organization", hasItem(APP_ID.toString()))
                .body("items.organization", hasItem(MINAMIOGUNI_ID.toString()));
        as(APP).get("/v1/usage").then().body("items.organization", everyItem(equalTo(APP_ID.toString())));
        JsonPath first = as(SECRETARIAT).queryParam("limit", 1).get("/v1/usage").jsonPath();
        as(SECRETARIAT)
                .queryParam("limit", 1)
                .queryParam("cursor", first.getString("next"))
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].organization", greaterThan(first.getString("items[0].organization")));
    }

    @Test
    void a_month_is_a_month_in_japan() {
        String application = apply(APP, world.program(Selection.FIRST_COME, 1), world.supporter())
                .path("id");
        world.change("update application set submitted_at = '2025-03-31T15:00:00Z' where id = '" + application + "'");
        as(APP).queryParam("month", "2025-04")
                .get("/v1/usage")
                .then()
                .body("items[0].month", equalTo("2025-04"))
                .body("items[0].applications", equalTo(1));
        as(APP).queryParam("month", "2025-03").get("/v1/usage").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"April", "2025-13", "0000-01", "+999999999-12"})
    void what_is_no_month_is_refused(String month) {
        as(APP).queryParam("month", month)
                .get("/v1/usage")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    /** A year of an app's use is twelve rows, however often it asks and however many ask at once. */
    @Test
    void answers_at_the_same_time_are_all_counted_in_one_row() throws Exception {
        int before = used(APP).get("recommendations");
        String token = Parts.shared().tokens().of(APP);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = Stream.generate(() -> threads.submit(() -> given().auth()
                            .oauth2(token)
                            .contentType(ContentType.JSON)
                            .body("{}")
                            .post("/v1/recommendations")
                            .statusCode()))
                    .limit(12)
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(used(APP)).containsEntry("recommendations", before + 12);
        assertThat(world.count("select count(*) from recommendation_count where organization = '" + APP_ID + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_total_is_told_when_asked() {
        as(APP).body("{}").post("/v1/recommendations").then().statusCode(200);
        as(MINAMIOGUNI).body("{}").post("/v1/recommendations").then().statusCode(200);
        List<?> all = as(SECRETARIAT).queryParam("limit", 200).get("/v1/usage").path("items");
        as(SECRETARIAT)
                .queryParam("limit", 1)
                .queryParam("count", true)
                .get("/v1/usage")
                .then()
                .body("count", equalTo(all.size()));
        as(APP).queryParam("count", true).get("/v1/usage").then().body("count", equalTo(1));
    }

    private static Map<String, Integer> used(String client) {
        List<Map<String, Object>> items = as(client).get("/v1/usage").path("items");
        Map<String, Object> row = items.isEmpty() ? Map.of() : items.getFirst();
        return Map.of(
                "recommendations", (int) row.getOrDefault("recommendations", 0),
                "applications", (int) row.getOrDefault("applications", 0),
                "participations", (int) row.getOrDefault("participations", 0));
    }

    private static Map<String, Integer> more(Map<String, Integer> usage, String name) {
        Map<String, Integer> raised = new HashMap<>(usage);
        raised.merge(name, 1, Integer::sum);
        return raised;
    }
}
