package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asking, with real tokens. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class CallerTest {
    private static final Tokens TOKENS = Parts.shared().tokens();

    @Test
    void aClientActsForItsOrganization() {
        get("/v1/me", TOKENS.of("hida"))
                .statusCode(200)
                .body("organization", equalTo("00000000-0000-7000-8000-000000212172"))
                .body("government", equalTo("212172"))
                .body("supporter", nullValue());
    }

    @Test
    void aPersonIsASupporter() {
        get("/v1/me", TOKENS.person("hanako"))
                .statusCode(200)
                .body("supporter", equalTo("00000000-0000-7000-8000-0000000c0001"))
                .body("organization", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "hida, 212172, toys, 200",
        "hida, 194425, toys, 403",
        "kosuge, 212172, toys, 403",
        "gifu, 212172, toys, 403",
        "gifu, 212172, toy-counts, 200",
        "gifu, 194425, toy-counts, 403",
        "hida, 212172, toy-counts, 200",
        "hida, 194425, toy-counts, 403",
        "secretariat, 212172, toys, 403"
    })
    void aMunicipalitySeesItsOwnAndAPrefectureItsSums(String client, String municipality, String what, int status) {
        get("/v1/municipalities/" + municipality + "/" + what, TOKENS.of(client))
                .statusCode(status);
    }

    @Test
    void theScopeMustAllowWhatTheRoleAllows() {
        given().auth()
                .oauth2(TOKENS.of("sample-partner"))
                .post("/v1/writings")
                .then()
                .statusCode(204);
        given().auth()
                .oauth2(TOKENS.of("yamanashi"))
                .post("/v1/writings")
                .then()
                .statusCode(403)
                .body("code", equalTo("scope-missing"))
                .body("requiredScope", equalTo("registry:write"));
    }

    @Test
    void whatSaysNothingIsDenied() {
        get("/v1/forgotten", TOKENS.of("secretariat")).statusCode(403).body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"})
    void aTokenThatIsNoneIs401EvenWhereNoneIsNeeded(String token) {
        refused(get("/v1/me", token));
        refused(get("/v1/refusal", token));
    }

    @Test
    void algNoneIs401() {
        String claims = TOKENS.of("hida").split("\\.")[1];
        for (String alg : new String[] {"none", "None", "NONE"}) {
            refused(get("/v1/me", base64("{\"alg\":\"" + alg + "\",\"typ\":\"JWT\"}") + "." + claims + "."));
        }
    }

    @Test
    void aChangedTokenIs401() {
        String[] parts = TOKENS.of("hida").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = base64(claims.replace("212172", "194425"));
        refused(get("/v1/me", parts[0] + "." + forged + "." + parts[2]));
    }

    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                .header("X-Request-Id", not(nullValue()))
                .body("code", equalTo("unauthenticated"));
    }

    private static ValidatableResponse get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
