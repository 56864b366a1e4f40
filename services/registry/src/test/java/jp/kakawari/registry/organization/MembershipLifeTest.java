package jp.kakawari.registry.organization;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the application to the day an organisation leaves, and who sees what of it meanwhile. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class MembershipLifeTest {

    @Inject
    Traces traces;

    @Test
    void an_application_is_admitted_suspended_reinstated_and_leaves() throws SQLException {
        String id = apply(application("見本の里山会", "")).path("id");
        anonymously().get("/v1/organizations/" + id).then().statusCode(404);
        as("hida").get("/v1/organizations/" + id).then().statusCode(404);
        as("secretariat")
                .get("/v1/organizations/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("allowedActions", contains("admit", "refuse"))
                .body("contact.email", equalTo("satoyama@example.jp"));
        assertThat(traces.query("select purpose from personal_read where supporter = '" + id + "'"))
                .containsExactly("ORGANIZATION_CONTACT");
        assertThat(told(id)).isZero();

        step(id, "suspension", "早すぎる")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-allowed-now"))
                .body("allowedActions", contains("admit", "refuse"));
        step(id, "admission", null).then().statusCode(200).body("allowedActions", contains("suspend", "leave"));
        anonymously()
                .get("/v1/organizations/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("contact", nullValue())
                .body("allowedActions", empty());
        step(id, "suspension", "会費の未納").then().statusCode(200).body("stateReason", equalTo("会費の未納"));
        anonymously().get("/v1/organizations/" + id).then().body("stateReason", nullValue());
        step(id, "reinstatement", null).then().statusCode(200).body("state", equalTo("ACTIVE"));
        step(id, "departure", null).then().statusCode(200).body("state", equalTo("LEFT"));
        step(id, "departure", null).then().statusCode(409).body("allowedActions", contains("admit"));
    }

    @Test
    void a_refusal_has_a_reason_and_is_told_to_nobody() throws SQLException {
        String id = apply(application("断られる会", "")).path("id");
        step(id, "refusal", " ").then().statusCode(422).body("errors.pointer", hasItem("/reason"));
        step(id, "refusal", "要件を満たさないため").then().statusCode(200).body("stateReason", equalTo("要件を満たさないため"));
        step(id, "admission", null).then().statusCode(409).body("allowedActions", empty());
        anonymously().get("/v1/organizations/" + id).then().statusCode(404);
        anonymously()
                .queryParam("state", "REFUSED")
                .get("/v1/organizations")
                .then()
                .statusCode(403);
        as("secretariat")
                .queryParam("state", "REFUSED")
                .queryParam("limit", 200)
                .get("/v1/organizations")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        assertThat(told(id)).isZero();
    }

    @Test
    void who_has_a_token_applies_as_itself_reads_that_and_applies_again() {
        String own = post("other-partner", "/v1/organization-applications", application("べつのアプリ", ""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(own).isEqualTo("00000000-0000-7000-8000-00000000b002");
        as("other-partner")
                .get("/v1/organizations/" + own)
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("contact.name", equalTo("里山 守"));
        post("other-partner", "/v1/organization-applications", application("べつのアプリ", ""))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-allowed-now"));
        step(own, "refusal", "書類の不足").then().statusCode(200);
        as("other-partner").get("/v1/organizations/" + own).then().body("stateReason", equalTo("書類の不足"));
        post("other-partner", "/v1/organization-applications", application("べつのアプリ", ""))
                .then()
                .statusCode(201)
                .body("state", equalTo("APPLIED"));
        step(own, "admission", null).then().statusCode(200);
        as("other-partner").get("/v1/organizations/" + own).then().body("allowedActions", contains("leave"));
        post("kosuge", "/v1/organization-applications", application("他人の名で", ""))
                .then()
                .statusCode(403);
    }

    @Test
    void the_same_application_sent_twice_is_one() {
        String key = UUID.randomUUID().toString();
        String body = application("二度押しの会", "");
        var request = anonymously().header("Idempotency-Key", key).body(body);
        String first = request.post("/v1/organization-applications").path("id");
        anonymously()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/organization-applications")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
    }

    @Test
    void of_decisions_at_once_one_holds() throws Exception {
        String id = apply(application("急がれる会", "")).path("id");
        assertThat(atOnce(4, () -> step(id, "admission", null))).containsExactly(200, 409, 409, 409);
    }

    @Test
    void a_number_is_one_members() {
        String one = apply(application("番号の会", ", \"legalEntityNumber\": \"7000012050002\""))
                .path("id");
        String other = apply(application("同じ番号の会", ", \"legalEntityNumber\": \"T7000012050002\""))
                .path("id");
        step(one, "admission", null).then().statusCode(200).body("legalEntityNumber", equalTo("7000012050002"));
        step(other, "admission", null).then().statusCode(409).body("code", equalTo("legal-entity-number-taken"));
        as("secretariat").get("/v1/organizations/" + other).then().body("state", equalTo("APPLIED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"legalEntityNumber\": \"8000012050002\" | /legalEntityNumber",
                ", \"prefecture\": \"大阪市\" | /prefecture",
                ", \"government\": \"212172\" | /government",
                ", \"website\": \"javascript:alert(1)\" | /website",
                ", \"capabilities\": [\"123456789012345678901234567890123456789012345678901\"] | /capabilities/0",
                ", \"capabilities\": [\" \"] | /capabilities/0"
            })
    void what_breaks_a_rule_is_named(String more, String pointer) {
        anonymously()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(application("誤りのある会", more))
                .post("/v1/organization-applications")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void the_directory_finds_any_part_of_what_they_can_do_and_shows_contacts_with_consent_only() {
        String shown = member(
                "公開の会",
                ", \"contactPublished\": true, \"prefecture\": \"岡山県\","
                        + " \"capabilities\": [\"古民家のＤＩＹ\", \"炭焼きワークショップ\"]");
        String hidden = member("非公開の会", ", \"prefecture\": \"33\", \"capabilities\": [\"炭やき\"]");
        search("ﾜｰｸｼｮｯﾌﾟ")
                .then()
                .body("items.id", contains(shown))
                .body("items[0].contact.phone", equalTo("086-000-0000"));
        search("diy").then().body("items.id", contains(shown));
        search("炭").then().body("items.id", hasItem(shown)).body("items.id", hasItem(hidden));
        search("炭やき").then().body("items.id", contains(hidden)).body("items[0].contact", nullValue());
        search("%").then().body("items", empty());
        assertThat(search("炭").<List<Object>>path("items.contact").stream().filter(Objects::nonNull))
                .hasSize(1);
        anonymously()
                .queryParam("prefecture", "岡山")
                .queryParam("kind", "NPO")
                .queryParam("count", true)
                .get("/v1/organizations")
                .then()
                .statusCode(200)
                .body("count", equalTo(2));
        anonymously()
                .queryParam("capability", " ")
                .get("/v1/organizations")
                .then()
                .statusCode(400);
    }

    @Test
    void an_organization_writes_its_own_profile_and_no_others() {
        String own = "00000000-0000-7000-8000-00000000a001";
        as("secretariat").body("""
                        {"state": "ACTIVE", "kind": "INTERMEDIARY", "name": "中間支援の会"}""").put("/v1/organizations/" + own).then().statusCode(200);
        String profile = """
                {"summary": "つなぐ会", "capabilities": ["移住相談"], "contact": {"name": "担当 見本"}, "contactPublished": false}""";
        as("sample-intermediary")
                .body(profile)
                .put("/v1/organizations/" + own + "/profile")
                .then()
                .statusCode(428);
        as("sample-intermediary")
                .header("If-Match", "\"1\"")
                .body(profile)
                .put("/v1/organizations/" + own + "/profile")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("contact.name", equalTo("担当 見本"));
        as("sample-intermediary")
                .header("If-Match", "\"1\"")
                .body(profile)
                .put("/v1/organizations/" + own + "/profile")
                .then()
                .statusCode(412);
        as("hida")
                .header("If-Match", "\"2\"")
                .body(profile)
                .put("/v1/organizations/" + own + "/profile")
                .then()
                .statusCode(403);
        anonymously().get("/v1/organizations/" + own).then().body("contact", nullValue());
        as("sample-intermediary")
                .header("If-Match", "\"2\"")
                .body("{\"contactPublished\": true}")
                .put("/v1/organizations/" + own + "/profile")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/contactPublished"));
    }

    @Test
    void a_contact_lies_sealed() throws SQLException {
        String id = apply(application("封をする会", "")).path("id");
        assertThat(traces.query("select encode(contact, 'escape') from organization where id = '" + id + "'"))
                .hasSize(1)
                .allSatisfy(kept -> assertThat(kept).doesNotContain("satoyama", "086-000"));
        assertThat(traces.rows()).noneMatch(row -> row.contains("satoyama@example.jp"));
    }

    private long told(String id) throws SQLException {
        return traces.records().stream().filter(record -> record.startsWith(id)).count();
    }

    private static Response search(String capability) {
        return anonymously().queryParam("capability", capability).get("/v1/organizations");
    }

    private static String member(String name, String more) {
        String id = apply(application(name, more)).path("id");
        step(id, "admission", null).then().statusCode(200);
        return id;
    }

    private static Response apply(String body) {
        Response answer = anonymously()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/organization-applications");
        answer.then().statusCode(201);
        return answer;
    }

    private static Response step(String id, String step, String reason) {
        String path = "/v1/organizations/" + id + "/" + step;
        var request =
                as("secretariat").header("Idempotency-Key", UUID.randomUUID().toString());
        return reason == null
                ? request.post(path)
                : request.body("{\"reason\": \"" + reason + "\"}").post(path);
    }

    private static String application(String name, String more) {
        return """
                {"kind": "NPO", "name": "%s", "contact": {"name": "里山 守", "email": "satoyama@example.jp",
                 "phone": "086-000-0000"}%s}""".formatted(name, more);
    }
}
