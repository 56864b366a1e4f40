package jp.kakawari.catalog.program;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ProgramResourceTest {

    @Test
    void a_draft_is_its_hosts_secret_until_it_is_published() {
        UUID id = draft(HIDA, volunteering());
        given().get("/v1/programs/{id}", id).then().statusCode(404);
        as(KOSUGE).get("/v1/programs/{id}", id).then().statusCode(404);
        as(HIDA).get("/v1/programs/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("allowedActions", contains("revise", "publish", "remove"));
        as(HIDA).get("/v1/hosted-programs").then().statusCode(200).body("items.id", hasItem(id.toString()));

        step(HIDA, id, "publication")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PUBLISHED"));
        given().get("/v1/programs/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("host.government", equalTo("212172"))
                .body("host.name", equalTo("飛騨市"))
                .body("prefectures", contains("21"))
                .body("types", contains("volunteering"))
                .body("relationClass", equalTo("DIRECT_CONTRIBUTION"))
                .body("selection", equalTo("FIRST_COME"))
                .body("publishedAt", endsWith("+09:00"))
                .body("allowedActions", nullValue());
        given().header("If-None-Match", "\"2\"")
                .get("/v1/programs/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void the_same_key_drafts_once() {
        String key = UUID.randomUUID().toString();
        String first = as(HIDA).header("Idempotency-Key", key)
                .body(volunteering())
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/programs/"))
                .extract()
                .path("id");
        as(HIDA).header("Idempotency-Key", key)
                .body(volunteering())
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as(HIDA).body(volunteering()).post("/v1/programs").then().statusCode(400);
    }

    @Test
    void five_digits_and_full_width_codes_are_the_same_municipality() {
        UUID id = draft(HIDA, with(volunteering(), "municipalities", List.of("２１２１７２", "21217", "19442")));
        as(HIDA).get("/v1/programs/{id}", id)
                .then()
                .body("municipalities", contains("212172", "194425"))
                .body("prefectures", contains("19", "21"));
    }

    @Test
    void a_patch_changes_what_it_names_and_needs_the_version_that_was_read() {
        UUID id = published(HIDA, with(volunteering(), "lodging", "公民館"));
        var patch = as(HIDA).contentType("application/merge-patch+json");
        patch.body("{\"capacity\":15}").patch("/v1/programs/{id}", id).then().statusCode(428);
        as(HIDA).contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"capacity\":15}")
                .patch("/v1/programs/{id}", id)
                .then()
                .statusCode(412);
        as(HIDA).contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body("{\"capacity\":15,\"lodging\":null,\"applicationCloses\":\"2099-01-01T00:00:00Z\"}")
                .patch("/v1/programs/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("capacity", equalTo(15))
                .body("lodging", nullValue())
                .body("applicationCloses", equalTo("2099-01-01T09:00:00+09:00"))
                .body("title", equalTo("種蔵の石積み棚田を守る"));
        as(HIDA).contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body("{\"title\":null,\"nonsense\":1}")
                .patch("/v1/programs/{id}", id)
                .then()
                .statusCode(400);
        as(HIDA).contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body("{\"title\":null}")
                .patch("/v1/programs/{id}", id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/title"));
    }

    @Test
    void a_replacement_is_the_whole_sheet() {
        UUID id = published(HIDA, with(volunteering(), "audience", "石積みに関心のある人"));
        as(HIDA).header("If-Match", etag(id))
                .body(with(volunteering(), "title", "石積みの学校"))
                .put("/v1/programs/{id}", id)
                .then()
                .statusCode(200)
                .body("title", equalTo("石積みの学校"))
                .body("audience", nullValue());
    }

    @Test
    void a_step_out_of_turn_says_what_is_allowed() {
        UUID id = draft(HIDA, volunteering());
        step(HIDA, id, "closure")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("not-allowed-now"))
                .body("allowedActions", contains("revise", "publish", "remove"));
        step(HIDA, id, "publication").then().statusCode(200);
        step(HIDA, id, "closure").then().statusCode(200).body("state", equalTo("CLOSED"));
        step(HIDA, id, "publication").then().statusCode(200).body("state", equalTo("PUBLISHED"));
        step(HIDA, id, "completion").then().statusCode(200).body("allowedActions", contains("report", "remove"));
        as(HIDA).header("If-Match", etag(id))
                .body(volunteering())
                .put("/v1/programs/{id}", id)
                .then()
                .statusCode(409);
    }

    @Test
    void nobody_is_invited_when_the_window_is_over() {
        UUID id = draft(HIDA, with(volunteering(), "applicationCloses", "2020-01-01T00:00:00+09:00"));
        step(HIDA, id, "publication").then().statusCode(409).body("code", equalTo("application-window-over"));
    }

    @Test
    void removal_forgets_a_draft_and_hides_what_was_public() {
        UUID secret = draft(HIDA, volunteering());
        as(HIDA).header("If-Match", "\"1\"")
                .delete("/v1/programs/{id}", secret)
                .then()
                .statusCode(204);
        as(HIDA).get("/v1/programs/{id}", secret).then().statusCode(404);
        UUID id = published(HIDA, volunteering());
        as(HIDA).header("If-Match", etag(id))
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(204);
        given().get("/v1/programs/{id}", id).then().statusCode(404);
        as(HIDA).header("If-Match", "*").delete("/v1/programs/{id}", id).then().statusCode(404);
    }

    @Test
    void a_host_has_each_of_its_numbers_once() {
        Map<String, Object> numbered = with(volunteering(), "sourceId", "R8-07");
        draft(HIDA, numbered);
        once(HIDA)
                .body(numbered)
                .post("/v1/programs")
                .then()
                .statusCode(409)
                .body("code", equalTo("source-id-taken"))
                .body("errors.pointer", contains("/sourceId"));
        draft(KOSUGE, with(numbered, "municipalities", List.of("194425")));
    }

    @Test
    void a_removed_program_gives_its_number_back() {
        Map<String, Object> numbered = with(volunteering(), "sourceId", "R8-14");
        UUID removed = published(HIDA, numbered);
        as(HIDA).header("If-Match", etag(removed))
                .delete("/v1/programs/{id}", removed)
                .then()
                .statusCode(204);
        published(HIDA, numbered);
        once(HIDA).body(numbered).post("/v1/programs").then().statusCode(409);
    }

    @Test
    void a_class_that_followed_from_the_activity_follows_the_new_one() {
        UUID id = draft(HIDA, volunteering());
        changed(id, "{\"activity\":\"FESTIVAL_OR_EXPERIENCE\"}")
                .statusCode(200)
                .body(
                        "relationClass",
                        equalTo(Activity.FESTIVAL_OR_EXPERIENCE
                                .relationClass()
                                .orElseThrow()
                                .name()));
        changed(id, "{\"activity\":\"FAMILY_CARE\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/relationClass"));
        changed(id, "{\"activity\":\"FAMILY_CARE\",\"relationClass\":\"EXCHANGE\"}")
                .statusCode(200);
        changed(id, "{\"title\":\"家族の手伝い\"}").statusCode(200).body("relationClass", equalTo("EXCHANGE"));
    }

    private static ValidatableResponse changed(UUID id, String patch) {
        return as(HIDA).contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/programs/{id}", id)
                .then();
    }

    @Test
    void all_flaws_of_a_sheet_are_told_at_once() {
        Map<String, Object> sheet = with(volunteering(), "municipalities", List.of("194425", "212173"));
        sheet = with(sheet, "activities", List.of("保全活動", "昼寝"));
        sheet = with(sheet, "relationClass", "EXCHANGE");
        sheet = with(with(sheet, "capacity", 3), "minimum", 4);
        sheet = with(with(sheet, "startsOn", "2027-02-01"), "endsOn", "2027-01-01");
        once(HIDA)
                .body(sheet)
                .post("/v1/programs")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/municipalities/1",
                                "/municipalities",
                                "/activities/1",
                                "/relationClass",
                                "/minimum",
                                "/endsOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', /title, 422",
        "feeYen, -1, /feeYen, 422",
        "url, javascript:alert(1), /url, 422",
        "mode, SOMEWHERE, /mode, 422",
        "startsOn, +9999999-01-01, /startsOn, 422",
        "endsOn, 0000-01-01, /endsOn, 422",
        "applicationOpens, -0005-01-01T00:00:00Z, /applicationOpens, 422",
        "need, 01938f6f-0000-7000-8000-000000000000, /need, 422",
        "surprise, 1, /surprise, 400",
    })
    void a_bad_field_is_named(String field, String value, String pointer, int status) {
        once(HIDA)
                .body(with(volunteering(), field, value))
                .post("/v1/programs")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }
}
