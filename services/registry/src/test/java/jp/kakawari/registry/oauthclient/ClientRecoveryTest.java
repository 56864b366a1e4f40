package jp.kakawari.registry.oauthclient;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestMembers;
import org.junit.jupiter.api.Test;

/** A member that lost its secret gets a new one without anybody touching a database. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ClientRecoveryTest {

    private static final String REASON = "{\"reason\": \"紛失のため\"}";

    @Inject
    MakeClients making;

    @Inject
    EntityManager database;

    @Test
    void a_code_waits_three_days_and_the_old_secret_holds_until_the_new_one_is_taken() {
        String firm = TestMembers.active("COMPANY", "見本の会社 " + UUID.randomUUID());
        String old = take(firm, code(firm, "/client-code", "{}")).path("secret");
        makeAll();
        post("secretariat", path(firm) + "/client-code", "{}").then().statusCode(409);
        post("hida", path(firm) + "/client-recovery", REASON).then().statusCode(403);
        post("secretariat", path(firm) + "/client-recovery", "{}").then().statusCode(422);

        String code = code(firm, "/client-recovery", REASON);
        makeAll();
        String token = token(firm, old).then().statusCode(200).extract().path("access_token");
        given().auth()
                .oauth2(token)
                .get(path(firm) + "/client")
                .then()
                .statusCode(200)
                .body("history[0].action", equalTo("RECOVERY_CODE_GIVEN"))
                .body("history[0].reason", equalTo("紛失のため"))
                .body("history[0].through", equalTo("SECRETARIAT"));
        attempt(firm, code).then().statusCode(404);
        threeDaysLater(firm);
        String renewed = take(firm, code).path("secret");
        makeAll();
        token(firm, renewed).then().statusCode(200);
        token(firm, old).then().statusCode(not(200));
        attempt(firm, code).then().statusCode(404);
        as("secretariat")
                .get(path(firm) + "/client")
                .then()
                .body("history.action", contains("SECRET_TAKEN", "RECOVERY_CODE_GIVEN", "SECRET_TAKEN", "CODE_GIVEN"));
    }

    @Test
    void the_contact_is_written_to() {
        String email = "contact-" + UUID.randomUUID() + "@firm.example";
        Applicant applicant = Applicant.applied("COMPANY", email);
        applicant.step("admission");
        applicant.claim().then().statusCode(200);
        code(applicant.id(), "/client-recovery", REASON);
        Mailbox mailbox = Parts.shared().mailbox();
        TestApi.await(() -> !mailbox.to(email).isEmpty());
        assertThat(mailbox.to(email).getFirst().text()).contains("見本の会", "紛失のため", "引換コードは 2");
    }

    @Test
    void whoever_still_has_the_secret_voids_the_code() {
        String firm = TestMembers.active("COMPANY", "見本の会社 " + UUID.randomUUID());
        String old = take(firm, code(firm, "/client-code", "{}")).path("secret");
        makeAll();
        String code = code(firm, "/client-recovery", REASON);
        threeDaysLater(firm);
        makeAll();
        given().auth()
                .oauth2(token(firm, old).path("access_token"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post(path(firm) + "/client/secret")
                .then()
                .statusCode(200);
        attempt(firm, code).then().statusCode(404);
    }

    @Test
    void who_is_no_active_member_recovers_nothing() {
        String firm = TestMembers.active("COMPANY", "見本の会社 " + UUID.randomUUID());
        post("secretariat", path(firm) + "/suspension", REASON).then().statusCode(200);
        post("secretariat", path(firm) + "/client-recovery", REASON)
                .then()
                .statusCode(409)
                .body("allowedActions", hasItem("reinstate"));
    }

    private void threeDaysLater(String organization) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update oauth_client set claim_from = claim_from - interval '3 days' where organization = :id")
                        .setParameter("id", UUID.fromString(organization))
                        .executeUpdate());
    }

    private void makeAll() {
        while (making.step()) {
            continue;
        }
    }

    private static String path(String organization) {
        return "/v1/organizations/" + organization;
    }

    private static String code(String organization, String step, String body) {
        return post("secretariat", path(organization) + step, body)
                .then()
                .statusCode(200)
                .extract()
                .path("claimCode");
    }

    private static Response take(String organization, String code) {
        Response answer = attempt(organization, code);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response attempt(String organization, String code) {
        return anonymously()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"claimCode\": \"%s\"}".formatted(code))
                .post(path(organization) + "/client/secret");
    }

    private static Response token(String organization, String secret) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "member-" + organization)
                .formParam("client_secret", secret)
                .post(Parts.shared().issuer() + "/protocol/openid-connect/token");
    }
}
