package jp.kakawari.registry.organization;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestMembers.active;
import static jp.kakawari.registry.TestMembers.desk;
import static jp.kakawari.registry.TestMembers.government;
import static jp.kakawari.registry.TestMembers.putGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** A member that is suspended writes nothing as a member until it is reinstated. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ActiveMembersTest {

    private static final String IGA = "242161";

    @Inject
    ActiveMembers members;

    @Test
    void a_suspended_member_changes_nothing() {
        String iga = government(IGA);
        String other = active("NPO", "伊賀の会");
        putGroup("iga", "am-network", "NETWORK", iga, null).then().statusCode(200);
        String officer = post("iga", officers(), officer())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String desk = desk("iga");
        step(iga, "suspension");
        try {
            assertThat(attempts(iga, other, officer, desk)).allSatisfy(attempt -> {
                assertThat(attempt.statusCode()).isEqualTo(403);
                assertThat(attempt.<String>path("code")).isEqualTo("organization-inactive");
            });
        } finally {
            step(iga, "reinstatement");
        }
        assertThat(attempts(iga, other, officer, desk))
                .extracting(Response::statusCode)
                .containsExactly(200, 200, 204, 204, 204, 201, 200, 201, 200, 200, 200);
    }

    @Test
    void a_suspended_member_moves_no_money_points_or_benefits() {
        String iga = government(IGA);
        step(iga, "suspension");
        try {
            assertThat(deals()).allSatisfy(deal -> {
                assertThat(deal.statusCode()).isEqualTo(403);
                assertThat(deal.<String>path("code")).isEqualTo("organization-inactive");
            });
        } finally {
            step(iga, "reinstatement");
        }
        assertThat(deals()).allSatisfy(deal -> assertThat(deal.asString()).doesNotContain("organization-inactive"));
    }

    /** Of what there is none: to a member that is suspended it is no matter. */
    private static List<Response> deals() {
        String town = "/v1/municipalities/" + IGA;
        String nobody = UUID.randomUUID().toString();
        String member = "/v1/schemes/am-club/memberships/" + nobody;
        List<Response> answers = new ArrayList<>();
        answers.add(as("iga").body("{\"name\": \"基金\"}").put(town + "/funds/am-fund"));
        answers.add(post("iga", town + "/funds/am-none/entries", """
                {"direction": "IN", "yen": 1, "bookedOn": "2026-04-01", "sourceTransaction": "x"}"""));
        answers.add(
                as("iga").body("{\"name\": \"里山\", \"state\": \"OPEN\"}").put(town + "/donation-projects/am-project"));
        answers.add(post("iga", town + "/donation-projects/am-project/members", "{\"supporter\": \"" + nobody + "\"}"));
        answers.add(post("iga", town + "/donation-projects/am-project/members/" + nobody + "/departure", "{}"));
        answers.add(post("iga", town + "/donations", """
                {"supporter": "%s", "type": "CROWDFUNDING", "yen": 1, "donatedOn": "2026-04-01", "sourceTransaction": "x"}""".formatted(nobody)));
        answers.add(post("iga", town + "/subscriptions", """
                {"supporter": "%s", "kind": "ELECTRICITY", "yen": 1, "every": "MONTH", "startedOn": "2026-04-01",
                 "sourceTransaction": "x"}""".formatted(nobody)));
        answers.add(post("iga", town + "/subscriptions/" + nobody + "/payments", """
                {"paidOn": "2026-04-01", "sourceTransaction": "x"}"""));
        answers.add(post("iga", town + "/subscriptions/" + nobody + "/end", "{}"));
        answers.add(as("iga")
                .body("{\"name\": \"忍者\", \"program\": \"%s\"}".formatted(nobody))
                .put(town + "/certifications/am-ninja"));
        answers.add(post("iga", "/v1/schemes/am-club/accrual-rules", """
                {"rate": 0.001, "operators": ["%s"]}""".formatted(nobody)));
        answers.add(post("iga", member + "/points", """
                {"action": "EARN", "points": 1, "sourceTransaction": "x"}"""));
        answers.add(post("iga", member + "/referrals", "{\"card\": \"x\"}"));
        answers.add(post("iga", member + "/share-links", "{\"program\": \"" + nobody + "\"}"));
        return answers;
    }

    @Test
    void who_has_left_or_was_never_admitted_is_refused_and_who_is_unknown_is_not() {
        String leaving = active("NPO", "去る会");
        assertThatCode(() -> members.mustBeActive(UUID.fromString(leaving))).doesNotThrowAnyException();
        step(leaving, "departure");
        assertThatCode(() -> members.mustBeActive(UUID.fromString(leaving))).isInstanceOf(OrganizationInactive.class);
        String applicant =
                post("secretariat", "/v1/organization-applications", """
                        {"kind": "NPO", "name": "申し込む会", "contact": {"name": "里山 守"}}""").path("id");
        assertThatCode(() -> members.mustBeActive(UUID.fromString(applicant))).isInstanceOf(OrganizationInactive.class);
        assertThatCode(() -> members.mustBeActive(UUID.randomUUID())).doesNotThrowAnyException();
    }

    /** All that a municipality writes as a member, each once. */
    private static List<Response> attempts(String iga, String other, String officer, String desk) {
        List<Response> answers = new ArrayList<>();
        answers.add(putGroup("iga", "am-new", "NETWORK", iga, null));
        answers.add(putGroup("iga", "am-network", "NETWORK", iga, null));
        answers.add(member(1).body("""
                        {"members": [{"organization": "%s", "memberClass": "GOVERNMENT"}]}""".formatted(iga)).put("/v1/groups/am-network/members"));
        answers.add(member(2).body("{\"memberClass\": \"REGULAR\"}").put("/v1/groups/am-network/members/" + other));
        answers.add(member(3).delete("/v1/groups/am-network/members/" + other));
        answers.add(post("iga", officers(), officer()));
        answers.add(patching("iga")
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"案内人\"}")
                .patch(officers() + "/" + officer));
        answers.add(post("iga", "/v1/contact-points", desk("伊賀の案内所", "231002", "\"RELATION\"")));
        answers.add(as("iga")
                .header("If-Match", "\"1\"")
                .body(desk("伊賀の案内所 名古屋", "231002", "\"RELATION\""))
                .put("/v1/contact-points/" + desk));
        answers.add(post("iga", "/v1/contact-points/" + desk + "/referrals", """
                        {"referredOn": "2026-11-03", "people": 2}"""));
        answers.add(profile(iga));
        return answers;
    }

    private static Response profile(String iga) {
        String path = "/v1/organizations/" + iga;
        return as("iga")
                .header("If-Match", as("iga").get(path).header("ETag"))
                .body("{\"summary\": \"忍びの里\"}")
                .put(path + "/profile");
    }

    private static RequestSpecification member(int revision) {
        return as("iga").header("If-Match", "\"" + revision + "\"");
    }

    private static String officers() {
        return "/v1/municipalities/" + IGA + "/officers";
    }

    private static String officer() {
        return "{\"role\": \"GUIDE\", \"termFrom\": \"2026-04-01\"}";
    }

    private static void step(String id, String step) {
        post("secretariat", "/v1/organizations/" + id + "/" + step, "{\"reason\": \"会費の未納\"}")
                .then()
                .statusCode(200);
    }
}
