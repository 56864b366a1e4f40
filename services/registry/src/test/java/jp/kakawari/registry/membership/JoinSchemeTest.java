package jp.kakawari.registry.membership;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static jp.kakawari.registry.membership.Joining.act;
import static jp.kakawari.registry.membership.Joining.allAtOnce;
import static jp.kakawari.registry.membership.Joining.decide;
import static jp.kakawari.registry.membership.Joining.join;
import static jp.kakawari.registry.membership.Joining.policy;
import static jp.kakawari.registry.membership.Joining.run;
import static jp.kakawari.registry.membership.Joining.runInFamily;
import static jp.kakawari.registry.membership.Joining.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class JoinSchemeTest {

    @Test
    void who_lives_where_the_policy_says_may_not_join_and_learns_why() {
        run("js-residence", """
                {"residence": {"excluded": ["152056", "20"], "notOwn": true}, "numbers": "JR-####"}""");
        join("js-residence", somebody("152056"), "")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-eligible"))
                .body("policy", equalTo(1))
                .body("why.rule", hasItem("RESIDENCE"))
                .body("why.outcome", hasItem("FAILED"))
                .body("why[0].ja", notNullValue());
        join("js-residence", somebody("204145", "20"), "").then().statusCode(422);
        join("js-residence", somebody(null, "15"), "").then().statusCode(422);
        join("js-residence", somebody(null, null), "").then().statusCode(422);
        UUID other = somebody(null, "13");
        String id = join("js-residence", other, "")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ACTIVE"))
                .body("number", equalTo("JR-0001"))
                .body("registeredWith", contains(KASHIWAZAKI, "150002"))
                .body("why.outcome", contains("PASSED", "PASSED"))
                .extract()
                .path("id");
        join("js-residence", other, "").then().statusCode(409).body("code", equalTo("already-member"));
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/supporters/" + other)
                .then()
                .statusCode(200);
        String place = "/v1/schemes/js-residence/memberships/" + id;
        as("sample-partner").get(place).then().statusCode(200);
        as("kashiwazaki").get(place).then().statusCode(200);
        as("other-partner").get(place).then().statusCode(404);
        as("minamioguni").get(place).then().statusCode(404);
        as("sample-partner")
                .get("/v1/schemes/js-other/memberships/" + id)
                .then()
                .statusCode(404);
        join("other-partner", "js-residence", somebody(null, "13"), "").then().statusCode(422);
    }

    @Test
    void a_pledge_must_be_accepted_in_its_version_and_answers_must_admit() {
        run("js-pledge", """
                {"pledge": {"version": "2", "text": "一、宇宙を愛します。"},
                 "questions": [{"code": "intent", "ja": "移住を考えていますか", "choices": ["yes", "no"], "admits": ["yes"]}]}""");
        join("js-pledge", somebody(null, "13"), ", \"pledgeVersion\": \"1\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/pledgeVersion", "/answers/intent"));
        join("js-pledge", somebody(null, "13"), ", \"pledgeVersion\": \"2\", \"answers\": {\"intent\": \"no\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/intent"));
        join("js-pledge", somebody(null, "13"), ", \"pledgeVersion\": \"2\", \"answers\": {\"intent\": \"yes\"}")
                .then()
                .statusCode(201)
                .body("pledgeVersion", equalTo("2"));
    }

    @Test
    void an_applicant_waits_for_a_decision() {
        run("js-approval", "{\"approval\": true}");
        String applied = join("js-approval", somebody(null, "13"), "")
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("number", nullValue())
                .body("why.outcome", contains("PENDING"))
                .extract()
                .path("id");
        String other = join("js-approval", somebody(null, "13"), "").path("id");
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/memberships?scheme=js-approval&state=PENDING&count=true")
                .then()
                .body("count", equalTo(2));
        decide("sample-partner", "js-approval", applied, true).then().statusCode(403);
        decide("minamioguni", "js-approval", applied, true).then().statusCode(404);
        decide("kashiwazaki", "js-approval", applied, true)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("number", equalTo("000001"));
        decide("kashiwazaki", "js-approval", other, false)
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        decide("kashiwazaki", "js-approval", other, true)
                .then()
                .statusCode(409)
                .body("allowedActions", equalTo(List.of()));
        as("sample-partner")
                .get("/v1/schemes/js-approval/memberships/" + applied + "/history?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.action", contains("APPLIED", "APPROVED"));
    }

    @Test
    void of_many_at_once_no_more_than_the_cap_join_and_their_numbers_have_no_gap() throws Exception {
        run("js-cap", "{\"members\": 12, \"numbers\": \"CAP-###\"}");
        List<UUID> people =
                IntStream.range(0, 30).mapToObj(n -> somebody(null, "13")).toList();
        List<Response> answers = allAtOnce(people.stream()
                .map(person -> (Callable<Response>) () -> join("js-cap", person, ""))
                .toList());
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(12);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(422));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("number"))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj("CAP-%03d"::formatted)
                        .toList());
    }

    @Test
    void nobody_joins_more_of_a_family_than_its_cap_however_many_ask_at_once() throws Exception {
        List<String> schemes = List.of("js-family-a", "js-family-b", "js-family-c", "js-family-d", "js-family-e");
        schemes.forEach(code -> runInFamily(code, "{\"perPerson\": 3}"));
        UUID person = somebody(null, "13");
        List<Response> answers = allAtOnce(schemes.stream()
                .map(code -> (Callable<Response>) () -> join(code, person, ""))
                .toList());
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
        Response joined = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        act("sample-partner", joined.path("scheme"), joined.path("id"), "withdrawal")
                .then()
                .statusCode(200)
                .body("endedBecause", equalTo("WITHDREW"));
        String refused = schemes.get(IntStream.range(0, 5)
                .filter(n -> answers.get(n).statusCode() != 201)
                .findFirst()
                .orElseThrow());
        join(refused, person, "").then().statusCode(201);
    }

    @Test
    void numbers_that_a_list_gave_out_are_left_out() {
        run("js-numbers", "{\"numbers\": \"L-##\"}");
        TestLists.sync("kashiwazaki", KASHIWAZAKI, "会員番号,氏名\nJSN-1,清水\n");
        TestLists.syncMemberships("kashiwazaki", KASHIWAZAKI, "制度,会員番号,会員証番号\njs-numbers,JSN-1,L-01\n");
        join("js-numbers", somebody(null, "13"), "").then().body("number", equalTo("L-02"));
    }

    @Test
    void a_membership_is_renewed_near_its_end_and_keeps_its_policy_until_its_member_agrees() {
        run("js-renew", "{\"renewableDays\": 5}");
        String id = join("js-renew", somebody(null, "13"), "").path("id");
        act("sample-partner", "js-renew", id, "renewal")
                .then()
                .statusCode(409)
                .body("allowedActions", contains("withdraw", "consent"));
        put(
                        "kashiwazaki",
                        "js-renew",
                        scheme(
                                "OPEN",
                                "会",
                                policy("{\"renewableDays\": 366, \"pledge\": {\"version\": \"1\", \"text\": \"誓い\"}}"),
                                KASHIWAZAKI),
                        "\"1\"")
                .then()
                .statusCode(200);
        act("sample-partner", "js-renew", id, "renewal").then().statusCode(409);
        String consent = "/v1/schemes/js-renew/memberships/" + id + "/consent";
        post("sample-partner", consent, "{}").then().statusCode(422);
        post("sample-partner", consent, "{\"pledgeVersion\": \"1\"}")
                .then()
                .statusCode(200)
                .body("policy", equalTo(2));
        String until = act("sample-partner", "js-renew", id, "renewal")
                .then()
                .statusCode(200)
                .extract()
                .path("validUntil");
        assertThat(until).isGreaterThan(LocalDate.now().plusMonths(23).toString());
    }

    @Test
    void a_scheme_is_handed_over_with_its_members_and_ended_with_them() {
        run("js-end", "{}");
        String id = join("js-end", somebody(null, "13"), "").path("id");
        post("minamioguni", "/v1/schemes/js-end/hand-over", "{\"to\": \"%s\"}".formatted(KASHIWAZAKI))
                .then()
                .statusCode(403);
        post("kashiwazaki", "/v1/schemes/js-end/hand-over", "{\"to\": \"%s\"}".formatted(MINAMIOGUNI))
                .then()
                .statusCode(200)
                .body("memberships", equalTo(1));
        String place = "/v1/schemes/js-end/memberships/" + id;
        as("kashiwazaki").get(place).then().statusCode(404);
        as("minamioguni").get(place).then().statusCode(200).body("municipality", equalTo(MINAMIOGUNI));
        post("minamioguni", "/v1/schemes/js-end/closure", "{}")
                .then()
                .statusCode(200)
                .body("memberships", equalTo(1));
        as("minamioguni").get(place).then().body("endedBecause", equalTo("SCHEME_CLOSED"));
        join("js-end", somebody(null, "13"), "").then().statusCode(409).body("code", equalTo("scheme-closed"));
    }

    @Test
    void rules_that_make_no_sense_name_their_place() {
        put("kashiwazaki", "js-wrong", scheme("OPEN", "会", policy("{\"perPerson\": 3}"), KASHIWAZAKI), null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/policy/joining/perPerson"));
        put(
                        "kashiwazaki",
                        "js-wrong",
                        scheme("OPEN", "会", policy("{\"residence\": {\"excluded\": [\"99\"]}}"), KASHIWAZAKI),
                        null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/policy/joining/residence/excluded/0"));
        run("js-list-only", null);
        join("js-list-only", somebody(null, "13"), "").then().statusCode(422).body("why.rule", contains("JOINING"));
    }
}
