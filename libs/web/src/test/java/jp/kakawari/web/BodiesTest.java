package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad body is refused with the place where it is bad. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class BodiesTest {
    private static final String TOY = "/v1/toys/0198c0de-0000-7000-8000-000000000001";

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", ",
                "{\"name\" \"a\"}",
                "{\"name\": \"a\"} {}",
                "{'name': 'a'}",
                "{\"name\": \"a\nb\"}",
                "{\"count\": 01}",
                "{\"count\": NaN}",
                "<toy/>"
            })
    void malformedJsonIs400WithLineAndColumn(String json) {
        put(json).statusCode(400).body("code", equalTo("malformed-json")).body("errors[0].line", not(equalTo(null)));
    }

    @Test
    void theLineAndColumnAreThoseOfTheFlaw() {
        put("{\n  \"name\": \"a\",\n  \"parts\": [ {\"label\": \"b\", x} ]\n}")
                .body("errors[0].line", equalTo(3))
                .body("errors[0].column", equalTo(29))
                .body("errors[0].pointer", containsString("/parts/0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", \"colour\": 1} | unknown-property | /colour",
                "{\"parts\": [{\"label\": \"b\", \"size\": 1, \"a/b\": 1}]} | unknown-property | /parts/0/a~1b",
                "{\"name\": \"a\", \"name\": \"b\"} | duplicate-property | /name"
            })
    void whatIsNotKnownOrTwiceIs400(String json, String code, String pointer) {
        put(json).statusCode(400).body("code", equalTo(code)).body("errors[0].pointer", equalTo(pointer));
    }

    /** Asked without rest-assured, whose log would spend a gigabyte on indenting such a body. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"labels\": %s}", "{\"parts\": %s}", "{\"colour\": %s}", "{\"name\": %s}"})
    void tenThousandLevelsAreCheap(String body) throws Exception {
        String deep = body.formatted("[".repeat(10_000) + "]".repeat(10_000));
        for (HttpResponse<String> answer :
                List.of(send("PUT", "application/json", deep), send("PATCH", "application/merge-patch+json", deep))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("nesting-too-deep");
        }
    }

    @Test
    void aContentTypeThatIsNoneIsRefused() throws Exception {
        for (String type : List.of("nonsense", "application/", "*/*", "application/json; charset=nonsense")) {
            HttpResponse<String> answer = send("PUT", type, "{}");
            assertThat(answer.statusCode()).as(type).isBetween(400, 422);
            assertThat(answer.body()).contains("/problems/");
        }
    }

    /** Text is not read as JSON, so nobody but PostgreSQL sees the NUL. */
    @Test
    void nulThatReachesTheDatabaseIs422() {
        given().contentType("text/plain")
                .body("a\0b")
                .post("/v1/texts")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-character"));
    }

    private HttpResponse<String> send(String method, String type, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.resolve(TOY))
                            .header("Content-Type", type)
                            .header("If-Match", "\"3\"")
                            .header("Authorization", "Bearer " + partner())
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": 5} | /name",
                "{\"name\": true} | /name",
                "{\"name\": {\"x\": 1}} | /name",
                "{\"count\": \"5\"} | /count",
                "{\"count\": 1.5} | /count",
                "{\"count\": 99999999999} | /count",
                "{\"sold\": \"true\"} | /sold",
                "{\"sold\": 1} | /sold",
                "{\"kind\": \"BEAR\"} | /kind",
                "{\"kind\": \"\"} | /kind",
                "{\"kind\": 0} | /kind",
                "{\"since\": \"2026-02-30\"} | /since",
                "{\"since\": \"\"} | /since",
                "{\"since\": \"0000-01-01\"} | /since",
                "{\"since\": \"-0005-01-01\"} | /since",
                "{\"since\": \"1867-12-31\"} | /since",
                "{\"since\": \"2201-01-01\"} | /since",
                "{\"since\": \"+9999999-01-01\"} | /since",
                "{\"soldAt\": \"-0005-01-01T00:00:00Z\"} | /soldAt",
                "{\"soldAt\": \"+12345-01-01T00:00:00+09:00\"} | /soldAt",
                "{\"since\": 20000} | /since",
                "{\"maker\": \"me\"} | /maker",
                "{\"maker\": \"\"} | /maker",
                "{\"madeIn\": \"21217\"} | /madeIn",
                "{\"madeIn\": {\"value\": \"212172\"}} | /madeIn",
                "{\"parts\": {}} | /parts",
                "{\"parts\": [1]} | /parts/0",
                "{\"parts\": [{\"label\": \"a\", \"size\": null}]} | /parts/0/size",
                "[] | ``",
                "\"text\" | ``"
            })
    void aValueOfTheWrongKindIs422(String json, String pointer) {
        put(json).statusCode(422).body("code", equalTo("invalid-body")).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void rulesAreCheckedTogether() {
        put("{\"name\": \" \", \"count\": 101, \"parts\": [{\"label\": \"a\", \"size\": 1}, {\"size\": 10}]}")
                .statusCode(422)
                .body("code", equalTo("invalid-body"))
                .body("errors.pointer", hasItems("/name", "/count", "/parts/1/label", "/parts/1/size"));
    }

    @Test
    void theWordsFollowTheLanguage() {
        request("{\"name\": \"a\", \"count\": 101}")
                .put(TOY)
                .then()
                .body("errors[0].detail", equalTo("100 以下の値にしてください"));
        request("{\"name\": \"a\", \"count\": 101}")
                .header("Accept-Language", "en")
                .put(TOY)
                .then()
                .body("errors[0].detail", equalTo("must be less than or equal to 100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\\u0000b\"} | /name",
                "{\"name\": \"a\", \"labels\": {\"k\": \"\\u0000\"}} | /labels/k",
                "{\"name\": \"a\", \"labels\": {\"\\u0000\": \"v\"}} | /labels"
            })
    void nulIs422(String json, String pointer) {
        put(json)
                .statusCode(422)
                .body("code", equalTo("invalid-character"))
                .body("errors[0].pointer", containsString(pointer));
    }

    @Test
    void noBodyIs400() {
        put("").statusCode(400).body("code", equalTo("body-missing"));
        put("null").statusCode(400).body("code", equalTo("body-missing"));
        put("  ").statusCode(400);
    }

    @Test
    void otherFormatsAre415() {
        request("<a/>").contentType("application/xml").put(TOY).then().statusCode(415);
        request("a").contentType("text/plain").put(TOY).then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void valuesArePlainText() {
        put("{\"name\": \"こけし\", \"madeIn\": \"212172\", \"since\": \"1868-01-01\", \"soldAt\": \"2200-12-31T23:59:59+09:00\", \"parts\": []}")
                .statusCode(200)
                .body("madeIn", equalTo("212172"))
                .body("since", equalTo("1868-01-01"));
    }

    @Test
    void aMergePatchIsAsStrictAsABody() {
        patch("{\"count\": 3, \"name\": null}").statusCode(200).body("count", equalTo(3));
        patch("{\"colour\": 3}").statusCode(400).body("code", equalTo("unknown-property"));
        patch("{\"count\": \"many\"}").statusCode(422).body("errors[0].pointer", equalTo("/count"));
        patch("{\"name\": \"\\u0000\"}").statusCode(422).body("code", equalTo("invalid-character"));
        patch("[1]").statusCode(422);
        patch("5").statusCode(422);
    }

    private static ValidatableResponse put(String json) {
        return request(json).put(TOY).then().contentType(org.hamcrest.Matchers.containsString("json"));
    }

    private static ValidatableResponse patch(String json) {
        return request(json)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"3\"")
                .patch(TOY)
                .then();
    }

    private static RequestSpecification request(String json) {
        return given().contentType("application/json").auth().oauth2(partner()).body(json);
    }

    private static String partner() {
        return Parts.shared().tokens().of("sample-partner");
    }
}
