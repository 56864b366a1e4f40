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
                .statusCode(422);
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
        as(HIDA).get("/v1/hosted-programs?limit=200")
                .then()
                .body("items.id", not(hasItems(first.toString(), second.toString())));
    }
}
