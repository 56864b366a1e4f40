package jp.kakawari.registry.group;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestMembers.active;
import static jp.kakawari.registry.TestMembers.government;
import static jp.kakawari.registry.TestMembers.group;
import static jp.kakawari.registry.TestMembers.putGroup;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class GroupResourceTest {

    @Test
    void only_the_owner_and_the_secretariat_change_a_group() {
        String owner = government("194425");
        putGroup("kosuge", "gr-network", "NETWORK", owner, null)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        putGroup("kosuge", "gr-network", "NETWORK", owner, null)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        putGroup("hida", "gr-network", "NETWORK", owner, null).then().statusCode(403);
        putGroup("hida", "gr-other", "NETWORK", owner, null).then().statusCode(403);
        putGroup("kosuge", "gr-council", "COUNCIL", owner, null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/kind"));
        putGroup("kosuge", "gr-committee", "COMMITTEE", owner, null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/parent"));
        putGroup("kosuge", "gr-committee", "COMMITTEE", owner, "gr-nowhere")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/parent"));
        putGroup("secretariat", "gr-lost", "NETWORK", UUID.randomUUID().toString(), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/owner"));
        String npo = active("NPO", "里山ネット");
        putMember("hida", "gr-network", npo, "REGULAR", "MEMBER", 1).then().statusCode(403);
        putMember("kosuge", "gr-network", npo, "REGULAR", "MEMBER", 1)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        putMember("secretariat", "gr-network", npo, "COOPERATING", "MEMBER", 2)
                .then()
                .statusCode(204);
        putMember("kosuge", "gr-network", npo, "COOPERATING", "MEMBER", 2)
                .then()
                .statusCode(412);
        anonymously()
                .get("/v1/groups/gr-network/members")
                .then()
                .statusCode(200)
                .body("items.name", contains("里山ネット"))
                .body("items.memberClass", contains("COOPERATING"));
        as("kosuge")
                .header("If-Match", "\"3\"")
                .delete("/v1/groups/gr-network/members/" + npo)
                .then()
                .statusCode(204);
        as("kosuge")
                .header("If-Match", "\"4\"")
                .delete("/v1/groups/gr-network/members/" + npo)
                .then()
                .statusCode(404);
    }

    @Test
    void a_list_is_taken_whole_or_not_at_all() {
        String owner = active("NPO", "会の会");
        String one = active("TRANSPORT", "見本鉄道");
        String two = active("LODGING", "見本旅館");
        String gifu = government("210005");
        group("gr-list", "COUNCIL", owner);
        replace("gr-list", 1, entry(one, "GOVERNMENT", "MEMBER"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/members/0/organization"));
        replace("gr-list", 1, entry(gifu, "GOVERNMENT", "MEMBER"), entry(UUID.randomUUID() + "", "REGULAR", "MEMBER"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/members/1/organization"));
        replace("gr-list", 1, entry(one, "REGULAR", "CHAIR"), entry(two, "REGULAR", "CHAIR"))
                .then()
                .statusCode(422);
        replace(
                        "gr-list",
                        1,
                        entry(one, "REGULAR", "CHAIR"),
                        entry(two, "REGULAR", "MEMBER"),
                        entry(gifu, "GOVERNMENT", "MEMBER"))
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        replace(
                        "gr-list",
                        2,
                        entry(one, "REGULAR", "CHAIR"),
                        entry(two, "REGULAR", "MEMBER"),
                        entry(gifu, "GOVERNMENT", "MEMBER"))
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        putMember("secretariat", "gr-list", two, "REGULAR", "CHAIR", 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("chair-taken"));
        replace(
                        "gr-list",
                        2,
                        entry(two, "REGULAR", "CHAIR"),
                        entry(one, "ADVISER", "MEMBER"),
                        entry(gifu, "GOVERNMENT", "MEMBER"))
                .then()
                .statusCode(204)
                .header("ETag", "\"3\"");
        statistics("gr-list")
                .then()
                .body("members", equalTo(3))
                .body("prefectures", equalTo(1))
                .body("municipalities", equalTo(0))
                .body("others", equalTo(2))
                .body("byClass.memberClass", contains("GOVERNMENT", "REGULAR", "ADVISER"))
                .body("byKind.kind", hasItems("GOVERNMENT", "TRANSPORT", "LODGING"));
        replace("gr-list", 3).then().statusCode(204);
        statistics("gr-list").then().body("members", equalTo(0));
    }

    @Test
    void who_has_left_the_platform_counts_no_more() {
        String owner = active("NPO", "数える会");
        String leaving = active("NPO", "退会する会");
        group("gr-leaving", "NETWORK", owner);
        replace("gr-leaving", 1, entry(owner, "REGULAR", "CHAIR"), entry(leaving, "REGULAR", "MEMBER"))
                .then()
                .statusCode(204);
        as("secretariat")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/organizations/" + leaving + "/departure")
                .then()
                .statusCode(200);
        statistics("gr-leaving").then().body("members", equalTo(1));
        anonymously()
                .get("/v1/groups/gr-leaving/members?count=true")
                .then()
                .body("count", equalTo(1))
                .body("items.organization", contains(owner));
    }

    @Test
    void committees_are_found_by_their_council_and_pages_follow_each_other() {
        String owner = active("NPO", "部会の会");
        group("gr-parent", "COUNCIL", owner);
        putGroup("secretariat", "gr-parent-a", "COMMITTEE", owner, "gr-parent")
                .then()
                .statusCode(200);
        putGroup("secretariat", "gr-parent-b", "COMMITTEE", owner, "gr-parent")
                .then()
                .statusCode(200);
        Response first = anonymously().get("/v1/groups?parent=gr-parent&limit=1&count=true");
        first.then()
                .body("count", equalTo(2))
                .body("items.code", contains("gr-parent-a"))
                .header("Link", notNullValue());
        anonymously()
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/groups?parent=gr-parent&limit=1")
                .then()
                .body("items.code", contains("gr-parent-b"));
        anonymously().get("/v1/groups/gr-none").then().statusCode(404);
        anonymously().get("/v1/groups/gr-none/members").then().statusCode(404);
        statistics("gr-none").then().statusCode(404);
        anonymously().get("/v1/member-statistics").then().statusCode(200).body("members", notNullValue());
    }

    private static Response statistics(String group) {
        return anonymously().get("/v1/member-statistics?group=" + group);
    }

    private static Response replace(String code, int revision, String... entries) {
        return as("secretariat")
                .header("If-Match", "\"" + revision + "\"")
                .body("{\"members\": [" + String.join(",", entries) + "]}")
                .put("/v1/groups/" + code + "/members");
    }

    private static Response putMember(
            String client, String code, String organization, String memberClass, String role, int revision) {
        return as(client)
                .header("If-Match", "\"" + revision + "\"")
                .body("{\"memberClass\": \"%s\", \"role\": \"%s\"}".formatted(memberClass, role))
                .put("/v1/groups/" + code + "/members/" + organization);
    }

    private static String entry(String organization, String memberClass, String role) {
        return "{\"organization\": \"%s\", \"memberClass\": \"%s\", \"role\": \"%s\"}"
                .formatted(organization, memberClass, role);
    }
}
