package jp.kakawari.registry.delegation;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestMembers;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class DelegationResourceTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final String NPO = "00000000-0000-7000-8000-00000000a001";
    private static final String KASHIWAZAKI = "/v1/municipalities/152056";
    private static final String IGA = "/v1/municipalities/242161";

    @BeforeEach
    void the_intermediary_is_a_member() {
        as("secretariat").body("""
                        {"state": "ACTIVE", "kind": "INTERMEDIARY", "name": "中間支援の会"}""").put("/v1/organizations/" + NPO).then().statusCode(200);
    }

    /** What one test granted is nothing to the next one. */
    @AfterEach
    void nothing_is_delegated_any_more() {
        as("sample-intermediary").get("/v1/delegations?limit=200").<List<Map<String, Object>>>path("items").stream()
                .filter(delegation -> !((List<?>) delegation.get("allowedActions")).isEmpty())
                .forEach(delegation -> post(
                                "sample-intermediary", "/v1/delegations/" + delegation.get("id") + "/revocation", "{}")
                        .then()
                        .statusCode(200));
    }

    @Test
    void an_intermediary_reads_and_records_for_a_town_from_acceptance_until_revocation() {
        UUID somebody = register("kashiwazaki", somebody("dl-1", "152056"));
        String supporter = KASHIWAZAKI + "/supporters/" + somebody;
        String delegation = granted("kashiwazaki", "\"SUPPORTERS_READ\", \"ENGAGEMENTS\"", TODAY, TODAY);
        refused(as("sample-intermediary").get(supporter));
        as("sample-intermediary")
                .get(delegation)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"))
                .body("allowedActions", contains("accept", "revoke"));
        post("sample-intermediary", delegation + "/acceptance", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("allowedActions", contains("revoke"));
        as("sample-intermediary").get(supporter).then().statusCode(200).body("id", equalTo(somebody.toString()));
        as("sample-intermediary").get(KASHIWAZAKI + "/supporters").then().statusCode(200);
        String entry = engagement(somebody, "VOLUNTEERING", TODAY.toString(), "dl-" + somebody);
        post("sample-intermediary", KASHIWAZAKI + "/engagements", entry).then().statusCode(201);
        refused(as("sample-intermediary").get(IGA + "/supporters"));
        refused(post("sample-intermediary", IGA + "/engagements", entry));

        post("kashiwazaki", delegation + "/revocation", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body("allowedActions", empty());
        refused(as("sample-intermediary").get(supporter));
        refused(post("sample-intermediary", KASHIWAZAKI + "/engagements", entry));
        post("sample-intermediary", delegation + "/acceptance", "{}")
                .then()
                .statusCode(409)
                .body("allowedActions", empty());
    }

    @Test
    void it_opens_only_what_it_names_and_only_on_its_days() {
        String programs = granted("kashiwazaki", "\"PROGRAMS\"", TODAY.minusDays(3), null);
        accept(programs);
        refused(as("sample-intermediary").get(KASHIWAZAKI + "/supporters"));
        String tomorrow = granted("kashiwazaki", "\"SUPPORTERS_READ\"", TODAY.plusDays(1), null);
        accept(tomorrow);
        as("sample-intermediary").get(tomorrow).then().body("state", equalTo("UPCOMING"));
        refused(as("sample-intermediary").get(KASHIWAZAKI + "/supporters"));
        grant("kashiwazaki", "\"PROGRAMS\"", TODAY.minusDays(9), TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/validUntil"));
    }

    @Test
    void nothing_is_open_while_the_town_is_suspended() {
        String kosuge = TestMembers.government("194425");
        String list = "/v1/municipalities/194425/supporters";
        accept(granted("kosuge", "\"SUPPORTERS_READ\"", TODAY, null));
        as("sample-intermediary").get(list).then().statusCode(200);
        post("secretariat", "/v1/organizations/" + kosuge + "/suspension", "{\"reason\": \"見本\"}")
                .then()
                .statusCode(200);
        refused(as("sample-intermediary").get(list));
        post("secretariat", "/v1/organizations/" + kosuge + "/reinstatement", "{}")
                .then()
                .statusCode(200);
        as("sample-intermediary").get(list).then().statusCode(200);
    }

    @Test
    void others_do_not_learn_of_it_and_the_secretariat_sees_all() {
        String delegation = granted("kashiwazaki", "\"PROGRAMS\"", TODAY, null);
        String id = delegation.substring(delegation.lastIndexOf('/') + 1);
        as("iga").get(delegation).then().statusCode(404);
        post("iga", delegation + "/revocation", "{}").then().statusCode(404);
        as("iga").get("/v1/delegations?limit=200").then().body("items.id", not(hasItem(id)));
        as("kashiwazaki").get("/v1/delegations?limit=200").then().body("items.id", hasItem(id));
        as("secretariat")
                .get("/v1/delegations?limit=200&government=152056")
                .then()
                .body("items.id", hasItem(id))
                .body("items.government", not(hasItem("242161")));
    }

    @Test
    void a_firm_delegates_programs_only_and_nobody_to_strangers() {
        grant("sample-partner", "\"SUPPORTERS_READ\"", TODAY, null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/scopes"));
        grant("sample-partner", "\"PROGRAMS\"", TODAY, null).then().statusCode(201);
        post("kashiwazaki", "/v1/delegations", """
                {"intermediary": "%s", "scopes": ["PROGRAMS"], "validFrom": "2026-04-01"}
                """.formatted(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/intermediary"));
    }

    @Test
    void only_an_intermediary_is_given_one() {
        String firm = TestMembers.active("COMPANY", "見本の会社");
        post("kashiwazaki", "/v1/delegations", """
                {"intermediary": "%s", "scopes": ["PROGRAMS"], "validFrom": "2026-04-01"}
                """.formatted(firm))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/intermediary"));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("not-delegated"));
    }

    private static void accept(String delegation) {
        post("sample-intermediary", delegation + "/acceptance", "{}").then().statusCode(200);
    }

    private static String granted(String client, String scopes, LocalDate from, LocalDate until) {
        return "/v1/delegations/"
                + grant(client, scopes, from, until)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static Response grant(String client, String scopes, LocalDate from, LocalDate until) {
        return post(client, "/v1/delegations", """
                {"intermediary": "%s", "scopes": [%s], "validFrom": "%s", "validUntil": %s}
                """.formatted(
                        NPO, scopes, from, until == null ? "null" : "\"" + until + "\""));
    }
}
