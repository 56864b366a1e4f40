package jp.kakawari.registry.oauthclient;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;

/** A member's client at the real Keycloak, from the application on. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ClientLifeTest {

    @Inject
    MakeClients making;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void an_applicant_takes_its_secret_once_and_writes_until_it_is_suspended() throws Exception {
        Applicant npo = Applicant.applied("INTERMEDIARY");
        npo.claim().then().statusCode(409).body("code", equalTo("client-disabled"));
        npo.step("admission");
        npo.assertState("PENDING", "NONE");
        makeAll();
        npo.assertState("READY", "NONE");

        new Applicant(npo.id(), "made-up").claim().then().statusCode(404);
        String secret = npo.claim().then().statusCode(200).extract().path("secret");
        npo.claim().then().statusCode(404);
        makeAll();
        assertThat(sealedSecret(npo)).as("kept no longer than needed").isNull();
        String token = npo.token(secret).then().statusCode(200).extract().path("access_token");
        JsonNode claims = claims(token);
        assertThat(claims.at("/realm_access/roles")).hasSize(1);
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("intermediary");
        assertThat(claims.path("organization").asText()).isEqualTo(npo.id());
        assertThat(claims.path("scope").asText()).contains("registry:write", "catalog:write");
        npo.writesProfile(token).then().statusCode(200);

        npo.step("suspension");
        makeAll();
        npo.token(secret).then().statusCode(not(200)).body("access_token", nullValue());
        npo.writesProfile(token).then().statusCode(403).body("code", equalTo("organization-inactive"));
        npo.assertState("DISABLED", "SECRET");
        npo.step("reinstatement");
        makeAll();
        npo.token(secret).then().statusCode(200);
        npo.step("departure");
        makeAll();
        npo.token(secret).then().statusCode(not(200));
    }

    @Test
    void a_new_secret_voids_the_former_one_and_only_its_owner_gets_one() throws Exception {
        Applicant firm = Applicant.admitted("COMPANY");
        String first = firm.claim().path("secret");
        makeAll();
        String token = firm.token(first).path("access_token");
        post("sample-partner", firm.path() + "/client/secret", "{}").then().statusCode(404);
        post("secretariat", firm.path() + "/client/secret", "{}").then().statusCode(404);
        as("sample-partner").get(firm.path() + "/client").then().statusCode(404);
        String second = Applicant.once(Applicant.bearer(token))
                .body("{}")
                .post(firm.path() + "/client/secret")
                .then()
                .statusCode(200)
                .body("client.state", equalTo("PENDING"))
                .extract()
                .path("secret");
        firm.token(first).then().statusCode(200);
        makeAll();
        firm.token(first).then().statusCode(not(200));
        firm.token(second).then().statusCode(200);

        post("secretariat", firm.path() + "/client-code", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("client-authenticated"))
                .body("allowedActions", empty());
        Applicant.bearer(token)
                .get(firm.path() + "/client")
                .then()
                .body("history.action", contains("SECRET_TAKEN", "SECRET_TAKEN", "CODE_GIVEN"))
                .body("history.through", contains("TOKEN", "CODE", "APPLICATION"));
    }

    @Test
    void the_secretariat_gives_a_code_only_to_who_has_no_secret_and_it_is_void_after_a_week() throws Exception {
        Applicant firm = Applicant.admitted("COMPANY");
        overdue(firm);
        firm.claim().then().statusCode(404);
        Applicant given = new Applicant(firm.id(), code(firm));
        overdue(given);
        given.claim().then().statusCode(404);
        Applicant again = new Applicant(firm.id(), code(firm));
        String secret = again.claim().then().statusCode(200).extract().path("secret");
        makeAll();
        String token = firm.token(secret).path("access_token");
        Applicant.bearer(token)
                .get(firm.path() + "/client")
                .then()
                .body("history.through", contains("CODE", "SECRETARIAT", "SECRETARIAT", "APPLICATION"))
                .body("history[1].organization", notNullValue());
        post("secretariat", firm.path() + "/client-code", "{}").then().statusCode(409);
    }

    @Test
    void a_member_of_another_type_gets_other_rights_with_the_same_secret() throws Exception {
        Applicant firm = Applicant.admitted("COMPANY");
        String secret = firm.claim().path("secret");
        makeAll();
        assertThat(claims(firm.token(secret)).at("/realm_access/roles/0").asText())
                .isEqualTo("partner");
        as("secretariat")
                .header("If-Match", "*")
                .body(
                        "{\"state\": \"ACTIVE\", \"kind\": \"GOVERNMENT\", \"name\": \"駒ヶ根市\", \"government\": \"202100\"}")
                .put(firm.path())
                .then()
                .statusCode(200);
        makeAll();
        JsonNode claims = claims(firm.token(secret));
        assertThat(claims.at("/realm_access/roles")).hasSize(1);
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("municipality");
        assertThat(claims.path("government").asText()).isEqualTo("202100");
        assertThat(claims.path("scope").asText()).contains("kpi:read");
    }

    @Test
    void keys_need_no_secret_at_all() throws Exception {
        Applicant carrier = Applicant.admitted("TRANSPORT");
        KeyOfAClient key = KeyOfAClient.made();
        carrier.keys(key, ", \"d\": \"private\"").then().statusCode(422).body("errors.pointer", contains("/keys/0/d"));
        carrier.keys(key, "").then().statusCode(200).body("authentication", equalTo("PRIVATE_KEY_JWT"));
        makeAll();
        carrier.token(key).then().statusCode(200);
        carrier.token(KeyOfAClient.made()).then().statusCode(not(200));
    }

    private void makeAll() {
        while (making.step()) {
            continue;
        }
    }

    private static String code(Applicant firm) {
        return post("secretariat", firm.path() + "/client-code", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("claimCode");
    }

    /** As if seven days had gone by. */
    private void overdue(Applicant applicant) throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(Sql.run(
                            connection,
                            "update oauth_client set claim_until = claim_until - interval '7 days' where organization = ?",
                            UUID.fromString(applicant.id())))
                    .isOne();
        }
    }

    private byte[] sealedSecret(Applicant applicant) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select secret from oauth_client where organization = ?")) {
            query.setObject(1, UUID.fromString(applicant.id()));
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }

    private JsonNode claims(Response token) throws Exception {
        return claims(token.then().statusCode(200).extract().<String>path("access_token"));
    }

    private JsonNode claims(String token) throws Exception {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
