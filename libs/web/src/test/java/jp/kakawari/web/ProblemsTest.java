package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, outside or inside JAX-RS, has one form. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ProblemsTest {
    @TestHTTPResource
    URI service;

    @Test
    void aRefusalSaysWhatItsAnnotationNames() {
        problem(given().get("/v1/refusal").then(), 409, "toy-broken")
                .body("type", equalTo("/problems/toy-broken"))
                .body("title", equalTo("おもちゃが壊れています"))
                .body("detail", equalTo("先に直してください。"))
                .body("instance", equalTo("/v1/refusal"))
                .body("allowedActions", hasItem("mend"))
                .body("errors[0].pointer", equalTo("/parts/0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-US,en;q=0.9,ja;q=0.8 | en",
                "ja | ja",
                "fr | ja",
                "* | ja",
                "en;q=0 | ja",
                ";;;=,, | ja",
                "ja;q=0.1, en;q=0.5 | en"
            })
    void japaneseUnlessEnglishIsPreferred(String accepted, String answered) {
        given().header("Accept-Language", accepted)
                .get("/v1/refusal")
                .then()
                .header("Content-Language", equalTo(answered))
                .body("title", equalTo(answered.equals("en") ? "Toy broken" : "おもちゃが壊れています"));
    }

    @Test
    void everyCodeHasAPage() {
        given().get("/problems/toy-broken")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("おもちゃが壊れています"));
        given().get("/problems/not-yours").then().statusCode(200);
        problem(given().get("/problems/never-heard").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nowhere, 404, not-found",
        "GET, /nowhere, 404, not-found",
        "GET, /q/nowhere, 404, not-found",
        "DELETE, /v1/toys, 405, method-not-allowed",
        "GET, /v1/forgotten, 401, unauthenticated",
        "GET, /v1/me, 401, unauthenticated",
        "GET, /v1/toys/not-a-uuid, 400, invalid-parameter",
        "GET, /v1/toys/1-1-1-1-1, 400, invalid-parameter",
        "GET, /v1/toys?limit=0, 400, invalid-parameter",
        "GET, /v1/toys?limit=201, 400, invalid-parameter",
        "GET, /v1/toys?limit=99999999999, 400, invalid-parameter",
        "GET, /v1/toys?limit=many, 400, invalid-parameter",
        "GET, /v1/toys?cursor=nonsense, 400, invalid-parameter",
        "GET, /v1/toys?cursor=%2A%2A, 400, invalid-parameter",
        "GET, /v1/toys?count=yes, 400, invalid-parameter",
        "GET, /v1/toys?kind=BEAR, 400, invalid-parameter",
        "GET, /v1/search?max=1.5, 400, invalid-parameter",
        "GET, /v1/search?kind=DOLL&kind=BEAR, 400, invalid-parameter",
        "GET, /v1/search?maker=me, 400, invalid-parameter",
        "GET, /v1/search?from=2026-02-30, 400, invalid-parameter",
        "GET, /v1/search?until=soon, 400, invalid-parameter",
        "GET, /v1/search?from=%2B9999999-01-01, 400, invalid-parameter",
        "GET, /v1/search?until=0000-01-01, 400, invalid-parameter",
        "GET, /v1/search?day=2201-01-01, 400, invalid-parameter",
        "GET, /v1/search?since=%2B9999999-01-01T00:00:00Z, 400, invalid-parameter",
        "GET, /v1/days?day=99999999-01-01, 422, invalid-date",
        "GET, /v1/days?day=2026-13-01, 422, invalid-date",
        "GET, /v1/search?open=1, 400, invalid-parameter",
        "GET, /v1/search?q=a%00b, 400, invalid-parameter",
        "GET, /v1/toys/%00, 400, invalid-parameter",
        "GET, /v1/toys/..%2F..%2Fetc, 400, invalid-parameter",
        "BREW, /v1/toys, 405, method-not-allowed",
        "GET, /v1/deadlock, 503, temporarily-unavailable",
        "GET, /v1/failure, 500, internal-error"
    })
    void eachIsAProblem(String method, String path, int status, String code) {
        ValidatableResponse answer =
                given().urlEncodingEnabled(false).request(method, path).then();
        problem(answer, status, code);
    }

    /** Broken percent signs are answered by Quarkus before anything of ours, with nothing but the status. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search?q=%zz",
                "/v1/search?q=%",
                "/v1/toys/%zz",
                "/v1/search?q=%ff",
                "/%",
                "/v1/toys?limit=%zz"
            })
    void aBrokenAddressIsNeverOurFailure(String path) throws Exception {
        assertThat(Http.get(service, path).status()).isIn(200, 400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/toys/not-a-uuid, id",
        "/v1/toys?limit=0, limit",
        "/v1/toys?kind=BEAR, kind",
        "/v1/search?max=1.5, max",
        "/v1/search?maker=me, maker",
        "/v1/search?from=2026-02-30, from",
        "/v1/search?from=1867-12-31, from",
        "/v1/search?until=soon, until",
        "/v1/search?since=yesterday, since",
        "/v1/search?day=%2B9999999-01-01, day",
        "/v1/search?kind=BEAR, kind",
        "/v1/search?q=a%00b, q"
    })
    void aBadParameterIsNamed(String path, String parameter) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void anOfferThatDoesNotSuitIsNamed() {
        problem(given().accept("image/png").get("/v1/toys").then(), 406, "not-acceptable");
        problem(
                given().contentType("application/xml")
                        .body("<a/>")
                        .post("/v1/streams")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void methodNotAllowedTellsWhatIs() {
        given().delete("/v1/toys").then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void aFailureTellsNothingButCanBeFound() throws Exception {
        String answer = given().header("X-Request-Id", "look-here-1")
                .get("/v1/failure")
                .then()
                .header("X-Request-Id", equalTo("look-here-1"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("山田", "IllegalState", "jp.kakawari");
        assertThat(Files.readString(Path.of("target/toys.log"))).contains("(look-here-1) A request failed");
    }

    @Test
    void aHarmfulRequestIdIsReplaced() {
        given().header("X-Request-Id", "a b\tc").get("/v1/toys").then().header("X-Request-Id", not(equalTo("a b\tc")));
        given().get("/v1/nowhere").then().header("X-Request-Id", notNullValue());
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("/problems/" + code))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue());
    }
}
