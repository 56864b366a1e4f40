package jp.kakawari.registry.oauthclient;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Parts;

/** An organisation that applied, with the code that it got; and what it does with its client at the real Keycloak. */
record Applicant(String id, String claimCode) {

    static final String ISSUER = Parts.shared().issuer();

    static Applicant applied(String kind) {
        return applied(kind, UUID.randomUUID() + "@members.example");
    }

    static Applicant applied(String kind, String email) {
        Response answer = once(anonymously())
                .body("""
                        {"kind": "%s", "name": "見本の会 %s", "contact": {"name": "担当", "email": "%s"}}
                        """.formatted(kind, UUID.randomUUID(), email))
                .post("/v1/organization-applications");
        answer.then().statusCode(201);
        return new Applicant(answer.path("id"), answer.path("claimCode"));
    }

    static Applicant admitted(String kind) {
        Applicant applicant = applied(kind);
        applicant.step("admission");
        return applicant;
    }

    String path() {
        return "/v1/organizations/" + id;
    }

    String client() {
        return "member-" + id;
    }

    /** The secretariat decides. */
    void step(String step) {
        post("secretariat", path() + "/" + step, "{\"reason\": \"見本のため\"}")
                .then()
                .statusCode(200)
                .body("claimCode", nullValue());
    }

    Response claim() {
        return once(anonymously()).body(Map.of("claimCode", claimCode)).post(path() + "/client/secret");
    }

    /** Registers a key; more stands in it beside its public part. */
    Response keys(KeyOfAClient key, String more) {
        return once(anonymously())
                .body("{\"claimCode\": \"%s\", \"keys\": [{%s%s}]}".formatted(claimCode, key.members(), more))
                .post(path() + "/client/keys");
    }

    Response token(String secret) {
        return token(Map.of("client_secret", secret));
    }

    Response token(KeyOfAClient key) throws GeneralSecurityException {
        return token(Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                key.assertion(client(), ISSUER)));
    }

    private Response token(Map<String, String> proof) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", client())
                .formParams(proof)
                .post(ISSUER + "/protocol/openid-connect/token");
    }

    Response writesProfile(String token) {
        return bearer(token)
                .header("If-Match", "*")
                .body("{\"summary\": \"自分で書きました\"}")
                .put(path() + "/profile");
    }

    void assertState(String state, String authentication) {
        as("secretariat")
                .get(path() + "/client")
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("authentication", equalTo(authentication))
                .body("allowedActions", state.equals("DISABLED") ? empty() : contains("issue-secret", "register-keys"));
    }

    static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
