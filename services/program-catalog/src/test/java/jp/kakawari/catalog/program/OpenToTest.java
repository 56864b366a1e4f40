package jp.kakawari.catalog.program;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.organizationOf;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.tell;
import static jp.kakawari.catalog.TestWorld.topic;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Programs for the people of named organisations only (対象団体). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class OpenToTest {

    @Test
    void a_host_says_whose_people_may_apply_and_takes_it_back() {
        UUID company = member("ACTIVE");
        UUID program = published(HIDA, with(volunteering(), "openTo", List.of(company, company)));
        given().get("/v1/programs/{id}", program).then().body("openToMembers.name", contains("見本酒造"));
        search("openTo=" + company)
                .body("items.id", contains(program.toString()))
                .body("items.openToMembers[0]", contains(Map.of("id", company.toString(), "name", "見本酒造")));
        search("openTo=" + UUID.randomUUID()).body("items", empty());
        search("q=種蔵&limit=200&openToAll=true").body("items.id", not(hasItem(program.toString())));
        await("the event names the company", () -> told(program, "\"openTo\":[\"" + company + "\"]"));

        revise(program, Map.of("openTo", List.of()))
                .statusCode(200)
                .body("openTo", empty())
                .body("openToMembers", nullValue());
        search("openTo=" + company).body("items", empty());
        search("q=種蔵&limit=200&openToAll=true").body("items.id", hasItem(program.toString()));
        await("the event names nobody", () -> told(program, "\"openTo\":[]"));
    }

    @Test
    void the_feed_tells_it_too() {
        UUID company = member("ACTIVE");
        UUID program = published(HIDA, with(volunteering(), "openTo", List.of(company)));
        given().get("/v1/feeds/programs?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.data.openTo".formatted(program), contains(company.toString()))
                .body("items.find { it.id == '%s' }.data.openToMembers.name".formatted(program), contains("見本酒造"));
    }

    @Test
    void each_organisation_that_can_not_be_named_is_pointed_at() {
        UUID company = member("ACTIVE");
        UUID suspended = member("SUSPENDED");
        once(HIDA)
                .body(with(
                        volunteering(),
                        "openTo",
                        List.of(company, suspended, UUID.randomUUID(), organizationOf("212172"))))
                .post("/v1/programs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/openTo/1", "/openTo/2", "/openTo/3"));
        once(HIDA)
                .body(with(volunteering(), "openTo", List.of("見本酒造")))
                .post("/v1/programs")
                .then()
                .statusCode(422);
    }

    @Test
    void who_was_named_before_may_stay_named_when_it_is_suspended() {
        UUID company = member("ACTIVE");
        UUID program = published(HIDA, with(volunteering(), "openTo", List.of(company)));
        tell(company, 2, "SUSPENDED", "見本酒造", null);
        await("the suspension is known", () -> draftStatus(company) == 422);
        revise(program, Map.of("title", "棚田を守る会社の日")).statusCode(200).body("openToMembers.name", contains("見本酒造"));
    }

    private static UUID member(String state) {
        UUID id = UUID.randomUUID();
        tell(id, 1, state, "見本酒造", null);
        UUID witness = UUID.randomUUID();
        tell(witness, 1, "ACTIVE", "見本製作所", null);
        await("the organisations are known", () -> draftStatus(witness) == 201);
        return id;
    }

    private static int draftStatus(UUID openTo) {
        return once(HIDA)
                .body(with(volunteering(), "openTo", List.of(openTo)))
                .post("/v1/programs")
                .statusCode();
    }

    private static ValidatableResponse search(String query) {
        return given().get("/v1/programs?" + query).then().statusCode(200);
    }

    private static ValidatableResponse revise(UUID program, Map<String, Object> patch) {
        return as(HIDA).header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/programs/{id}", program)
                .then();
    }

    private static boolean told(UUID program, String text) {
        return Parts.shared().topics().all(topic(Topic.CATALOG_PROGRAM)).stream()
                .anyMatch(record -> record.key().equals(program.toString())
                        && record.value() != null
                        && record.value().contains(text));
    }
}
