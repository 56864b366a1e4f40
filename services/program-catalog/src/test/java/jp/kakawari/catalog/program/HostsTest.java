package jp.kakawari.catalog.program;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.PARTNER;
import static jp.kakawari.catalog.TestWorld.SECRETARIAT;
import static jp.kakawari.catalog.TestWorld.YAMANASHI;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.organizationOf;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.tell;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class HostsTest {

    @Test
    void others_may_neither_change_nor_move_it() {
        UUID id = published(HIDA, volunteering());
        step(KOSUGE, id, "closure").then().statusCode(403).body("code", equalTo("not-yours"));
        as(KOSUGE)
                .header("If-Match", "*")
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(403);
        as(PARTNER)
                .header("If-Match", "*")
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(403);
        given().header("If-Match", "*").delete("/v1/programs/{id}", id).then().statusCode(401);
        UUID secret = draft(HIDA, volunteering());
        step(KOSUGE, secret, "publication").then().statusCode(404);
    }

    @Test
    void only_the_secretariat_enters_for_others_and_only_for_members() {
        tell(organizationOf("325287"), 1, "ACTIVE", "海士町", "325287");
        Map<String, Object> sheet = with(volunteering(), "municipalities", List.of("325287"));
        await(
                "海士町 is known",
                () -> once(SECRETARIAT)
                                .body(sheet)
                                .post("/v1/programs?onBehalfOf=32528")
                                .statusCode()
                        == 201);
        once(SECRETARIAT)
                .body(sheet)
                .post("/v1/programs?onBehalfOf=011002")
                .then()
                .statusCode(400);
        once(HIDA).body(sheet).post("/v1/programs?onBehalfOf=325287").then().statusCode(403);
        once(SECRETARIAT)
                .body(sheet)
                .post("/v1/programs?onBehalfOf=325288")
                .then()
                .statusCode(400);
    }

    @Test
    void each_kind_of_host_has_its_reach() {
        once(YAMANASHI)
                .body(with(volunteering(), "municipalities", List.of()))
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .body("prefectures", contains("19"));
        once(YAMANASHI).body(volunteering()).post("/v1/programs").then().statusCode(422);
        once(YAMANASHI)
                .body(with(volunteering(), "municipalities", List.of("194425", "212172")))
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .body("prefectures", contains("19", "21"));
        once(INTERMEDIARY)
                .body(with(volunteering(), "municipalities", List.of()))
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .body("prefectures", equalTo(List.of()));
        once(INTERMEDIARY).body(volunteering()).post("/v1/programs").then().statusCode(201);
        once(SECRETARIAT)
                .body(with(volunteering(), "municipalities", List.of()))
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .body("prefectures", equalTo(List.of()));
        once(PARTNER).body(volunteering()).post("/v1/programs").then().statusCode(403);
    }

    @Test
    void the_secretariat_takes_a_program_from_the_public_but_neither_reads_nor_writes_it() {
        UUID secret = draft(INTERMEDIARY, volunteering());
        as(SECRETARIAT).get("/v1/programs/{id}", secret).then().statusCode(404);
        step(SECRETARIAT, secret, "publication").then().statusCode(404);
        UUID id = published(INTERMEDIARY, volunteering());
        as(SECRETARIAT)
                .contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body("{\"title\":\"事務局の題\"}")
                .patch("/v1/programs/{id}", id)
                .then()
                .statusCode(403);
        step(SECRETARIAT, id, "completion").then().statusCode(403);
        once(SECRETARIAT)
                .body(Map.of("title", "報告", "description", "報告", "heldOn", "2026-06-20"))
                .post("/v1/programs/{id}/reports", id)
                .then()
                .statusCode(403);
        as(SECRETARIAT)
                .get("/v1/programs/{id}", id)
                .then()
                .statusCode(200)
                .body("allowedActions", contains("close", "remove"));
        step(SECRETARIAT, id, "closure").then().statusCode(200).body("allowedActions", contains("remove"));
        step(SECRETARIAT, id, "publication").then().statusCode(403);
        as(SECRETARIAT)
                .header("If-Match", etag(id))
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(204);
    }

    @Test
    void the_secretariat_hosts_nothing_that_people_apply_for() {
        UUID id = draft(SECRETARIAT, with(volunteering(), "municipalities", List.of()));
        step(SECRETARIAT, id, "publication").then().statusCode(403).body("code", equalTo("host-sees-nobody"));
    }

    @Test
    void ones_own_programs_come_in_pages_newest_first() {
        UUID first = draft(KOSUGE, with(volunteering(), "municipalities", List.of("194425")));
        UUID second = draft(KOSUGE, with(volunteering(), "municipalities", List.of("194425")));
        String next = as(KOSUGE)
                .get("/v1/hosted-programs?limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.id", contains(second.toString()))
                .extract()
                .path("next");
        as(KOSUGE)
                .get("/v1/hosted-programs?limit=1&cursor={next}", next)
                .then()
                .body("items.id", contains(first.toString()));
        List<?> all = as(KOSUGE).get("/v1/hosted-programs?limit=200").path("items");
        as(KOSUGE).get("/v1/hosted-programs?limit=1&count=true").then().body("count", equalTo(all.size()));
        as(HIDA).get("/v1/hosted-programs?limit=200")
                .then()
                .body("items.id", not(hasItems(first.toString(), second.toString())));
    }
}
