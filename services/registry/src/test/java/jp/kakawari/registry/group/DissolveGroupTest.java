package jp.kakawari.registry.group;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestMembers.government;
import static jp.kakawari.registry.TestMembers.group;
import static jp.kakawari.registry.TestMembers.putGroup;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** A group that was made by mistake is taken back, and that is taken back too. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class DissolveGroupTest {

    @Test
    void a_dissolved_group_is_closed_until_it_is_restored() {
        String owner = government("194425");
        group("dg-mistake", "NETWORK", owner);
        as("secretariat")
                .header("If-Match", "*")
                .body("{\"memberClass\": \"GOVERNMENT\", \"role\": \"CHAIR\"}")
                .put("/v1/groups/dg-mistake/members/" + owner)
                .then()
                .statusCode(204);
        as("kosuge").get("/v1/groups/dg-mistake/threads").then().statusCode(200);
        anonymously()
                .get("/v1/groups/dg-mistake")
                .then()
                .body("allowedActions", empty())
                .body("history", nullValue());
        as("kosuge")
                .get("/v1/groups/dg-mistake")
                .then()
                .body("allowedActions", contains("change", "change-members", "dissolve"));
        step("kosuge", "dg-mistake", "restoration").then().statusCode(409).body("allowedActions", hasItem("dissolve"));
        step("hida", "dg-mistake", "dissolution").then().statusCode(403);

        step("kosuge", "dg-mistake", "dissolution")
                .then()
                .statusCode(200)
                .body("dissolvedAt", notNullValue())
                .body("allowedActions", contains("restore"));
        step("kosuge", "dg-mistake", "dissolution").then().statusCode(409).body("allowedActions", contains("restore"));
        putGroup("kosuge", "dg-mistake", "NETWORK", owner, null).then().statusCode(409);
        as("kosuge")
                .header("If-Match", "*")
                .body("{\"members\": []}")
                .put("/v1/groups/dg-mistake/members")
                .then()
                .statusCode(409);
        anonymously().get("/v1/groups?limit=200").then().body("items.code", not(hasItem("dg-mistake")));
        anonymously().get("/v1/member-statistics?group=dg-mistake").then().statusCode(404);
        anonymously().get("/v1/groups/dg-mistake/members").then().statusCode(404);
        as("kosuge").get("/v1/groups/dg-mistake/threads").then().statusCode(403);

        step("secretariat", "dg-mistake", "restoration")
                .then()
                .statusCode(200)
                .body("dissolvedAt", nullValue())
                .body("history.action", contains("RESTORED", "DISSOLVED"))
                .body("history.reason", contains("見本のため", "見本のため"));
        as("kosuge").get("/v1/groups/dg-mistake/threads").then().statusCode(200);
        anonymously().get("/v1/member-statistics?group=dg-mistake").then().body("members", equalTo(1));
    }

    @Test
    void a_council_is_dissolved_after_its_committees_and_restored_before_them() {
        String owner = government("194425");
        group("dg-council", "COUNCIL", owner);
        putGroup("kosuge", "dg-committee", "COMMITTEE", owner, "dg-council")
                .then()
                .statusCode(200);
        as("kosuge").get("/v1/groups/dg-council").then().body("allowedActions", contains("change", "change-members"));
        step("kosuge", "dg-council", "dissolution")
                .then()
                .statusCode(409)
                .body("code", equalTo("group-has-committees"));
        step("kosuge", "dg-committee", "dissolution").then().statusCode(200);
        step("kosuge", "dg-council", "dissolution").then().statusCode(200);
        step("kosuge", "dg-committee", "restoration").then().statusCode(409).body("code", equalTo("council-dissolved"));
        putGroup("kosuge", "dg-late", "COMMITTEE", owner, "dg-council").then().statusCode(422);
        step("kosuge", "dg-council", "restoration").then().statusCode(200);
        step("kosuge", "dg-committee", "restoration").then().statusCode(200);
    }

    private static Response step(String client, String group, String step) {
        return post(client, "/v1/groups/" + group + "/" + step, "{\"reason\": \"見本のため\"}");
    }
}
