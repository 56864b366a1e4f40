package jp.kakawari.catalog.need;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.PARTNER;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class NeedTest {

    private static final Map<String, Object> REPORT = Map.of(
            "title", "梅もぎを終えました",
            "description", "12人で2日かけて収穫しました。",
            "heldOn", "2026-06-20",
            "participants", 12,
            "outcome", "2週間の作業が2日で終わった");

    @Test
    void row038_a_need_becomes_a_program_and_the_program_a_report() {
        String need = posted(KOSUGE, "194425");
        Map<String, Object> sheet = with(with(volunteering(), "municipalities", List.of("194425")), "need", need);
        UUID secret = draft(KOSUGE, sheet);
        UUID program = published(KOSUGE, sheet);
        given().get("/v1/needs/{id}", need)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("municipality", equalTo("194425"))
                .body("answers.program", contains(program.toString()))
                .body("answers.state", contains("PUBLISHED"));

        step(KOSUGE, program, "completion").then().statusCode(200);
        reported(KOSUGE, secret, REPORT).statusCode(409);
        reported(KOSUGE, program, REPORT).statusCode(201);
        given().get("/v1/programs/{id}/reports?count=true", program)
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("items.title", contains("梅もぎを終えました"))
                .body("items[0].participants", equalTo(12));
        given().get("/v1/programs/{id}/reports", secret).then().statusCode(404);
        given().get("/v1/needs/{id}", need).then().body("answers.state", contains("DONE"));

        as(KOSUGE)
                .header("If-Match", "\"1\"")
                .delete("/v1/needs/{id}", need)
                .then()
                .statusCode(409)
                .body("code", equalTo("need-answered"));
    }

    @Test
    void only_the_host_reports_and_only_what_has_been() {
        UUID program = published(KOSUGE, with(volunteering(), "municipalities", List.of("194425")));
        reported(HIDA, program, REPORT).statusCode(403);
        for (String day : List.of("2999-01-01", "2099-01-01", "0000-01-01")) {
            reported(KOSUGE, program, with(REPORT, "heldOn", day))
                    .statusCode(422)
                    .body("errors.pointer", contains("/heldOn"));
        }
    }

    @Test
    void a_municipality_posts_its_own_needs_and_an_intermediary_those_of_others() {
        once(HIDA).body(need("194425")).post("/v1/needs").then().statusCode(403);
        once(PARTNER).body(need("194425")).post("/v1/needs").then().statusCode(403);
        given().contentType("application/json")
                .body(need("194425"))
                .post("/v1/needs")
                .then()
                .statusCode(401);
        posted(INTERMEDIARY, "242161");
        once(INTERMEDIARY)
                .body(need("242160"))
                .post("/v1/needs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/municipality"));
        once(INTERMEDIARY).body(need("240001")).post("/v1/needs").then().statusCode(422);
    }

    @Test
    void a_need_names_the_skills_that_it_wants_or_none() {
        String plain = posted(HIDA, "212172");
        given().get("/v1/needs/{id}", plain).then().body("skills", hasSize(0)).body("mode", nullValue());
        Map<String, Object> skilled = with(need("212172"), "skills", List.of("DIY", "改修", "DIY"));
        once(HIDA)
                .body(with(skilled, "mode", "ONSITE"))
                .post("/v1/needs")
                .then()
                .statusCode(201)
                .body("skills", contains("DIY", "改修"))
                .body("mode", equalTo("ONSITE"));
        once(HIDA)
                .body(with(skilled, "skills", List.of("DIY", " ")))
                .post("/v1/needs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/skills/1"));
        once(HIDA)
                .body(with(skilled, "mode", "遠隔"))
                .post("/v1/needs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/mode"));
    }

    @Test
    void needs_come_in_pages_newest_first() {
        String first = posted(INTERMEDIARY, "434230");
        String second = posted(INTERMEDIARY, "434230");
        String next = given().get("/v1/needs?municipality=43423&limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("count", nullValue())
                .body("items.id", contains(second))
                .extract()
                .path("next");
        given().get("/v1/needs?municipality=43423&limit=1&count=true").then().body("count", equalTo(2));
        var last = given().get("/v1/needs?municipality=434230&limit=1&cursor={next}", next)
                .then()
                .body("items.id", contains(first))
                .body("items", hasSize(1));
        given().header("If-None-Match", last.extract().header("ETag"))
                .get("/v1/needs?municipality=434230&limit=1&cursor={next}", next)
                .then()
                .statusCode(304);
    }

    @Test
    void a_need_that_nothing_answers_can_be_withdrawn_by_who_posted_it() {
        String need = posted(HIDA, "212172");
        as(KOSUGE)
                .header("If-Match", "\"1\"")
                .delete("/v1/needs/{id}", need)
                .then()
                .statusCode(403);
        as(HIDA).delete("/v1/needs/{id}", need).then().statusCode(428);
        as(HIDA).header("If-Match", "\"1\"")
                .delete("/v1/needs/{id}", need)
                .then()
                .statusCode(204);
        given().get("/v1/needs/{id}", need).then().statusCode(404);
    }

    @Test
    void only_who_posted_a_need_is_told_that_it_can_be_withdrawn_and_only_while_nothing_refers_to_it() {
        String free = posted(KOSUGE, "194425");
        String referredTo = posted(KOSUGE, "194425");
        draft(KOSUGE, with(with(volunteering(), "municipalities", List.of("194425")), "need", referredTo));
        told(as(KOSUGE), free, referredTo, List.of(List.of(), List.of("withdraw")), "private, no-cache");
        for (String other : List.of(HIDA, INTERMEDIARY, PARTNER)) {
            told(as(other), free, referredTo, List.of(List.of(), List.of()), "private, no-cache");
        }
        told(given(), free, referredTo, List.of(List.of(), List.of()), "public, max-age=60");
    }

    /** In the list, which has the newer one first, and each by itself. */
    private static void told(
            RequestSpecification caller, String free, String referredTo, List<List<String>> actions, String cached) {
        given().spec(caller)
                .get("/v1/needs?municipality=194425&limit=2")
                .then()
                .statusCode(200)
                .header("Cache-Control", cached)
                .header("Vary", "Authorization")
                .body("items.id", contains(referredTo, free))
                .body("items.allowedActions", equalTo(actions))
                .body("items.answers.flatten()", hasSize(0));
        given().spec(caller)
                .get("/v1/needs/{id}", referredTo)
                .then()
                .body("allowedActions", equalTo(actions.getFirst()));
        given().spec(caller).get("/v1/needs/{id}", free).then().body("allowedActions", equalTo(actions.getLast()));
    }

    private static ValidatableResponse reported(String client, UUID program, Map<String, Object> report) {
        return once(client)
                .body(report)
                .post("/v1/programs/{id}/reports", program)
                .then();
    }

    private static String posted(String client, String municipality) {
        return once(client)
                .body(need(municipality))
                .post("/v1/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> need(String municipality) {
        return Map.of("municipality", municipality, "title", "人手が足りない", "description", "収穫の2週間、10人ほど。");
    }
}
