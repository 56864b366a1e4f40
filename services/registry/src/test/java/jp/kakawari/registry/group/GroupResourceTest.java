package jp.kakawari.registry.group;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestMembers.active;
import static jp.kakawari.registry.TestMembers.government;
import static jp.kakawari.registry.TestMembers.group;
import static jp.kakawari.registry.TestMembers.putGroup;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
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
    void only_the_owner_and_the_secretariat_state_a_group() {
        String owner = government("194425");
        for (int again = 0; again < 2; again++) {
            putGroup("kosuge", "gr-network", "NETWORK", owner, null)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"");
        }
        putGroup("hida", "gr-network", "NETWORK", owner, null).then().statusCode(403);
        putGroup("hida", "gr-other", "NETWORK", owner, null).then().statusCode(403);
    }

    @Test
    void what_is_wrong_with_a_group_is_named() {
        String owner = government("194425");
        group("gr-no-council", "NETWORK", owner);
        refused(putGroup("kosuge", "gr-council", "COUNCIL", owner, null), "/kind");
        refused(putGroup("kosuge", "gr-committee", "COMMITTEE", owner, null), "/parent");
        refused(putGroup("kosuge", "gr-committee", "COMMITTEE", owner, "gr-nowhere"), "/parent");
        refused(putGroup("kosuge", "gr-committee", "COMMITTEE", owner, "gr-no-council"), "/parent");
        refused(putGroup("secretariat", "gr-lost", "NETWORK", UUID.randomUUID().toString(), null), "/owner");
    }

    @Test
    void a_committee_is_hung_under_a_council_by_whose_council_it_is() {
        String own = government("194425");
        group("gr-own-council", "COUNCIL", own);
        group("gr-foreign-council", "COUNCIL", active("NPO", "よその協議会"));
        putGroup("kosuge", "gr-own-committee", "COMMITTEE", own, "gr-own-council")
                .then()
                .statusCode(200);
        putGroup("kosuge", "gr-hung", "COMMITTEE", own, "gr-foreign-council")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-yours"));
        putGroup("kosuge", "gr-own-committee", "COMMITTEE", own, "gr-foreign-council")
                .then()
                .statusCode(403);
        anonymously().get("/v1/groups?parent=gr-foreign-council").then().body("items", empty());
        putGroup("secretariat", "gr-given", "COMMITTEE", own, "gr-foreign-council")
                .then()
                .statusCode(200);
        stated("kosuge", "gr-given", "名を改めた部会", own, "gr-foreign-council")
                .then()
                .statusCode(200);
        as("secretariat")
                .header("If-Match", "\"1\"")
                .body("{\"kind\": \"NETWORK\", \"name\": \"見本の集まり\", \"owner\": \"" + own + "\"}")
                .put("/v1/groups/gr-own-council")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/kind"));
    }

    @Test
    void only_the_owner_and_the_secretariat_change_who_belongs() {
        String owner = government("194425");
        group("gr-members", "NETWORK", owner);
        String npo = active("NPO", "里山ネット");
        putMember("hida", "gr-members", npo, "REGULAR", "MEMBER", 1).then().statusCode(403);
        putMember("kosuge", "gr-members", npo, "REGULAR", "MEMBER", 1)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        putMember("secretariat", "gr-members", npo, "COOPERATING", "MEMBER", 2)
                .then()
                .statusCode(204);
        putMember("kosuge", "gr-members", npo, "COOPERATING", "MEMBER", 2)
                .then()
                .statusCode(412);
        members("gr-members")
                .then()
                .statusCode(200)
                .body("items.name", contains("里山ネット"))
                .body("items.memberClass", contains("COOPERATING"));
        removeMember("kosuge", "gr-members", npo, 3).then().statusCode(204);
        removeMember("kosuge", "gr-members", npo, 4).then().statusCode(404);
    }

    @Test
    void a_list_is_taken_whole_or_not_at_all() {
        String one = active("TRANSPORT", "見本鉄道");
        String two = active("LODGING", "見本旅館");
        String gifu = government("210005");
        group("gr-whole", "COUNCIL", active("NPO", "会の会"));
        refused(replace("gr-whole", 1, entry(one, "GOVERNMENT", "MEMBER")), "/members/0/organization");
        refused(
                replace(
                        "gr-whole",
                        1,
                        entry(gifu, "GOVERNMENT", "MEMBER"),
                        entry(UUID.randomUUID() + "", "REGULAR", "MEMBER")),
                "/members/1/organization");
        refused(replace("gr-whole", 1, entry(one, "REGULAR", "CHAIR"), entry(two, "REGULAR", "CHAIR")), "/members");
        statistics("gr-whole").then().body("members", equalTo(0));
    }

    @Test
    void a_list_says_who_belongs_as_what_and_who_has_the_chair() {
        String one = active("TRANSPORT", "見本鉄道");
        String two = active("LODGING", "見本旅館");
        String gifu = entry(government("210005"), "GOVERNMENT", "MEMBER");
        group("gr-list", "COUNCIL", active("NPO", "会の会"));
        for (int revision = 1; revision <= 2; revision++) {
            replace("gr-list", revision, entry(one, "REGULAR", "CHAIR"), entry(two, "REGULAR", "MEMBER"), gifu)
                    .then()
                    .statusCode(204)
                    .header("ETag", "\"2\"");
        }
        putMember("secretariat", "gr-list", two, "REGULAR", "CHAIR", 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("chair-taken"));
        replace("gr-list", 2, entry(two, "REGULAR", "CHAIR"), entry(one, "ADVISER", "MEMBER"), gifu)
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
    void who_is_suspended_is_not_shown_and_no_list_drops_them() {
        String suspended = active("NPO", "休む会");
        String staying = active("NPO", "続ける会");
        group("gr-suspended", "NETWORK", staying);
        replace("gr-suspended", 1, entry(suspended, "ADVISER", "CHAIR")).then().statusCode(204);
        step(suspended, "suspension");
        members("gr-suspended").then().body("items", empty());
        replace("gr-suspended", 2, entry(staying, "REGULAR", "MEMBER")).then().statusCode(204);
        step(suspended, "reinstatement");
        members("gr-suspended")
                .then()
                .body("items.organization", containsInAnyOrder(suspended, staying))
                .body("items.find { it.organization == '" + suspended + "' }.role", equalTo("CHAIR"));
        step(suspended, "suspension");
        replace("gr-suspended", 3, entry(staying, "REGULAR", "CHAIR")).then().statusCode(204);
        step(suspended, "reinstatement");
        members("gr-suspended")
                .then()
                .body("items.find { it.organization == '" + suspended + "' }.role", equalTo("MEMBER"))
                .body("items.find { it.organization == '" + suspended + "' }.memberClass", equalTo("ADVISER"));
    }

    @Test
    void who_has_left_the_platform_counts_no_more() {
        String owner = active("NPO", "数える会");
        String leaving = active("NPO", "退会する会");
        group("gr-leaving", "NETWORK", owner);
        replace("gr-leaving", 1, entry(owner, "REGULAR", "CHAIR"), entry(leaving, "REGULAR", "MEMBER"))
                .then()
                .statusCode(204);
        step(leaving, "departure");
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

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private static void step(String id, String step) {
        post("secretariat", "/v1/organizations/" + id + "/" + step, "{\"reason\": \"会費の未納\"}")
                .then()
                .statusCode(200);
    }

    /** Says that a committee has another name, over its first revision. */
    private static Response stated(String client, String code, String name, String owner, String parent) {
        return as(client)
                .header("If-Match", "\"1\"")
                .body("""
                        {"kind": "COMMITTEE", "name": "%s", "owner": "%s", "parent": "%s"}
                        """.formatted(name, owner, parent))
                .put("/v1/groups/" + code);
    }

    private static Response members(String group) {
        return anonymously().get("/v1/groups/" + group + "/members");
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

    private static Response removeMember(String client, String code, String organization, int revision) {
        return as(client)
                .header("If-Match", "\"" + revision + "\"")
                .delete("/v1/groups/" + code + "/members/" + organization);
    }

    private static String entry(String organization, String memberClass, String role) {
        return "{\"organization\": \"%s\", \"memberClass\": \"%s\", \"role\": \"%s\"}"
                .formatted(organization, memberClass, role);
    }
}
