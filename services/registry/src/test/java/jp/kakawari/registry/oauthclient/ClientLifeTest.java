package jp.kakawari.registry.oauthclient;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.anonymously;
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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.PersonalData;
import org.junit.jupiter.api.Test;

/** A member's client at the real Keycloak, from the application on. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ClientLifeTest {

    private static final String ISSUER = Parts.shared().issuer();

    @Inject
    MakeClients making;

    @Inject
    DataSource database;

    @Inject
    PersonalData seals;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private record Applicant(String id, String claimCode) {

        String path() {
            return "/v1/organizations/" + id;
        }
    }

    @Test
    void an_applicant_takes_its_secret_once_and_writes_until_it_is_suspended() throws Exception {
        Applicant npo = applied("INTERMEDIARY");
        claim(npo).then().statusCode(409).body("code", equalTo("client-disabled"));
        step(npo, "admission");
        assertState(npo, "PENDING", "NONE");
        makeAll();
        assertState(npo, "READY", "NONE");

        claim(new Applicant(npo.id(), "made-up")).then().statusCode(404);
        String secret = claim(npo).then().statusCode(200).extract().path("secret");
        claim(npo).then().statusCode(404);
        makeAll();
        assertThat(sealedSecret(npo)).as("kept no longer than needed").isNull();
        String token = token(npo, secret).then().statusCode(200).extract().path("access_token");
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.at("/realm_access/roles")).hasSize(1);
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("intermediary");
        assertThat(claims.path("organization").asText()).isEqualTo(npo.id());
        assertThat(claims.path("scope").asText()).contains("registry:write", "catalog:write");
        writesProfile(npo, token).then().statusCode(200);

        step(npo, "suspension");
        makeAll();
        token(npo, secret).then().statusCode(not(200)).body("access_token", nullValue());
        writesProfile(npo, token).then().statusCode(403).body("code", equalTo("organization-inactive"));
        assertState(npo, "DISABLED", "SECRET");
        step(npo, "reinstatement");
        makeAll();
        token(npo, secret).then().statusCode(200);
        step(npo, "departure");
        makeAll();
        token(npo, secret).then().statusCode(not(200));
    }

    @Test
    void a_new_secret_voids_the_former_one_and_only_its_owner_gets_one() throws Exception {
        Applicant firm = admitted("COMPANY");
        String first = claim(firm).path("secret");
        makeAll();
        String token = token(firm, first).path("access_token");
        post("sample-partner", firm.path() + "/client/secret", "{}").then().statusCode(404);
        post("secretariat", firm.path() + "/client/secret", "{}").then().statusCode(404);
        as("sample-partner").get(firm.path() + "/client").then().statusCode(404);
        String second = once(bearer(token))
                .body("{}")
                .post(firm.path() + "/client/secret")
                .then()
                .statusCode(200)
                .body("client.state", equalTo("PENDING"))
                .extract()
                .path("secret");
        token(firm, first).then().statusCode(200);
        makeAll();
        token(firm, first).then().statusCode(not(200));
        token(firm, second).then().statusCode(200);

        post("secretariat", firm.path() + "/client-code", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("client-authenticated"))
                .body("allowedActions", empty());
        bearer(token)
                .get(firm.path() + "/client")
                .then()
                .body("history.action", contains("SECRET_TAKEN", "SECRET_TAKEN", "CODE_GIVEN"))
                .body("history.through", contains("TOKEN", "CODE", "APPLICATION"));
    }

    @Test
    void the_secretariat_gives_a_code_only_to_who_has_no_secret_and_it_is_void_after_a_week() throws Exception {
        Applicant firm = admitted("COMPANY");
        overdue(firm);
        claim(firm).then().statusCode(404);
        Applicant given = new Applicant(firm.id(), code(firm));
        overdue(given);
        claim(given).then().statusCode(404);
        Applicant again = new Applicant(firm.id(), code(firm));
        String secret = claim(again).then().statusCode(200).extract().path("secret");
        makeAll();
        String token = token(firm, secret).path("access_token");
        bearer(token)
                .get(firm.path() + "/client")
                .then()
                .body("history.through", contains("CODE", "SECRETARIAT", "SECRETARIAT", "APPLICATION"))
                .body("history[1].organization", notNullValue());
        post("secretariat", firm.path() + "/client-code", "{}").then().statusCode(409);
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
        update(
                applicant,
                "update oauth_client set claim_until = claim_until - interval '7 days' where organization = ?");
    }

    @Test
    void a_member_of_another_type_gets_other_rights_with_the_same_secret() throws Exception {
        Applicant firm = admitted("COMPANY");
        String secret = claim(firm).path("secret");
        makeAll();
        assertThat(claims(token(firm, secret)).at("/realm_access/roles/0").asText())
                .isEqualTo("partner");
        as("secretariat")
                .header("If-Match", "*")
                .body(
                        "{\"state\": \"ACTIVE\", \"kind\": \"GOVERNMENT\", \"name\": \"駒ヶ根市\", \"government\": \"202100\"}")
                .put(firm.path())
                .then()
                .statusCode(200);
        makeAll();
        JsonNode claims = claims(token(firm, secret));
        assertThat(claims.at("/realm_access/roles")).hasSize(1);
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("municipality");
        assertThat(claims.path("government").asText()).isEqualTo("202100");
        assertThat(claims.path("scope").asText()).contains("kpi:read");
    }

    private JsonNode claims(Response token) throws Exception {
        String text = token.then().statusCode(200).extract().path("access_token");
        return json.readTree(Base64.getUrlDecoder().decode(text.split("\\.")[1]));
    }

    @Test
    void keys_need_no_secret_at_all() throws Exception {
        Applicant carrier = admitted("TRANSPORT");
        KeyPair pair = pair();
        keys(carrier, pair, ", \"d\": \"private\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/keys/0/d"));
        keys(carrier, pair, "").then().statusCode(200).body("authentication", equalTo("PRIVATE_KEY_JWT"));
        makeAll();
        signed(carrier, pair).then().statusCode(200);
        signed(carrier, pair()).then().statusCode(not(200));
    }

    @Test
    void while_keycloak_is_away_nothing_is_lost() throws Exception {
        makeAll();
        Applicant npo = admitted("NPO");
        String secret = claim(npo).path("secret");
        MakeClients away =
                new MakeClients(database, realm("http://localhost:1/realms/kakawari", "registry-secret"), seals);
        assertThat(away.step()).isTrue();
        assertThat(away.step()).as("not at once again").isFalse();
        as("secretariat")
                .get(npo.path() + "/client")
                .then()
                .body("state", equalTo("PENDING"))
                .body("failure", equalTo("unreachable"));
        due(npo);
        MakeClients refused = new MakeClients(database, realm(ISSUER, "wrong"), seals);
        assertThat(refused.step()).isTrue();
        as("secretariat").get(npo.path() + "/client").then().body("failure", equalTo("status 401"));
        due(npo);
        makeAll();
        assertState(npo, "READY", "SECRET");
        token(npo, secret).then().statusCode(200);
    }

    @Test
    void the_registry_may_do_nothing_else_in_the_realm() {
        String token = Parts.shared().tokens().of("registry");
        String admin = ISSUER.replace("/realms/", "/admin/realms/");
        bearer(token).get(admin + "/clients?clientId=hida").then().statusCode(200);
        bearer(token).get(admin + "/users").then().statusCode(403);
        bearer(token).body("{\"realm\": \"kakawari\"}").put(admin).then().statusCode(403);
    }

    private void makeAll() {
        while (making.step()) {
            continue;
        }
    }

    private static Applicant applied(String kind) {
        Response answer =
                once(anonymously()).body("""
                        {"kind": "%s", "name": "見本の会 %s", "contact": {"name": "担当"}}
                        """.formatted(kind, UUID.randomUUID())).post("/v1/organization-applications");
        answer.then().statusCode(201);
        return new Applicant(answer.path("id"), answer.path("claimCode"));
    }

    private static Applicant admitted(String kind) {
        Applicant applicant = applied(kind);
        step(applicant, "admission");
        return applicant;
    }

    private static void step(Applicant applicant, String step) {
        post("secretariat", applicant.path() + "/" + step, "{\"reason\": \"見本のため\"}")
                .then()
                .statusCode(200)
                .body("claimCode", nullValue());
    }

    private static Response claim(Applicant applicant) {
        return once(anonymously())
                .body(Map.of("claimCode", applicant.claimCode()))
                .post(applicant.path() + "/client/secret");
    }

    private static void assertState(Applicant applicant, String state, String authentication) {
        as("secretariat")
                .get(applicant.path() + "/client")
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("authentication", equalTo(authentication))
                .body("allowedActions", state.equals("DISABLED") ? empty() : contains("issue-secret", "register-keys"));
    }

    private static Response token(Applicant applicant, String secret) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "member-" + applicant.id())
                .formParam("client_secret", secret)
                .post(ISSUER + "/protocol/openid-connect/token");
    }

    private static Response writesProfile(Applicant applicant, String token) {
        return bearer(token)
                .header("If-Match", "*")
                .body("{\"summary\": \"自分で書きました\"}")
                .put(applicant.path() + "/profile");
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Response keys(Applicant applicant, KeyPair pair, String more) {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return once(anonymously())
                .body("""
                        {"claimCode": "%s", "keys": [{"kty": "EC", "crv": "P-256", "alg": "ES256", "kid": "one",
                         "x": "%s", "y": "%s"%s}]}
                        """.formatted(
                                applicant.claimCode(),
                                coordinate(point.getAffineX().toByteArray()),
                                coordinate(point.getAffineY().toByteArray()),
                                more))
                .post(applicant.path() + "/client/keys");
    }

    private static String coordinate(byte[] number) {
        byte[] padded = new byte[32 + number.length];
        System.arraycopy(number, 0, padded, 32, number.length);
        return base64(Arrays.copyOfRange(padded, number.length, padded.length));
    }

    private static Response signed(Applicant applicant, KeyPair pair) throws GeneralSecurityException {
        String client = "member-" + applicant.id();
        String head = base64("{\"alg\":\"ES256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8));
        String body =
                base64("{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                        .formatted(
                                client,
                                ISSUER,
                                UUID.randomUUID(),
                                Instant.now().getEpochSecond(),
                                Instant.now().getEpochSecond() + 60)
                        .getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .formParam("client_assertion", head + "." + body + "." + base64(signature.sign()))
                .post(ISSUER + "/protocol/openid-connect/token");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Realm realm(String issuer, String secret) {
        return new Realm(
                new ClientsConfig() {
                    @Override
                    public String issuer() {
                        return issuer;
                    }

                    @Override
                    public String id() {
                        return "registry";
                    }

                    @Override
                    public Optional<String> secret() {
                        return Optional.of(secret);
                    }

                    @Override
                    public String followedEvery() {
                        return "off";
                    }

                    @Override
                    public Duration answerWithin() {
                        return Duration.ofSeconds(5);
                    }
                },
                json,
                clock);
    }

    private void due(Applicant applicant) throws SQLException {
        update(applicant, "update oauth_client set due_at = now() where organization = ?");
    }

    private void update(Applicant applicant, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(applicant.id()));
            assertThat(update.executeUpdate()).isOne();
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
}
