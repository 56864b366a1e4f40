package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists by pages, single resources by tags. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class PagesTest {
    private static final String TOY = "/v1/toys/0198c0de-0000-7000-8000-000000000001";

    @Inject
    Toys toys;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void sevenToys() {
        toys.run("delete from toy");
        for (int i = 0; i < 7; i++) {
            toys.make("だるま " + i + " & " + UUID.randomUUID());
        }
    }

    @Test
    void followingTheLinksSeesEachOnce() {
        List<String> seen = new ArrayList<>();
        String next = "/v1/toys?limit=3&kind=DOLL";
        int pages = 0;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            seen.addAll(page.jsonPath().getList("items"));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.jsonPath().get("next") == null);
            next = link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
            assertThat(next == null || next.startsWith("/v1/toys?") && next.contains("kind=DOLL"))
                    .isTrue();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void theTotalIsCountedOnlyWhenAsked() {
        given().get("/v1/toys").then().body("count", nullValue()).body("next", nullValue());
        given().get("/v1/toys?count=true&limit=1").then().body("count", equalTo(7));
    }

    @Test
    void whoHoldsTheVersionIsNotSentItAgain() {
        given().get(TOY).then().statusCode(200).header("ETag", equalTo("\"3\""));
        given().header("If-None-Match", "\"3\"").get(TOY).then().statusCode(304).header("ETag", equalTo("\"3\""));
        given().header("If-None-Match", "\"2\", \"3\"").get(TOY).then().statusCode(304);
        given().header("If-None-Match", "\"2\"").get(TOY).then().statusCode(200);
        given().header("If-None-Match", "W/\"3\"").get(TOY).then().statusCode(304);
        given().header("If-None-Match", "*").get(TOY).then().statusCode(304);
        given().header("If-None-Match", "nonsense").get(TOY).then().statusCode(200);
    }

    @Test
    void answersAreZippedForWhoAsks() throws Exception {
        assertThat(encoding("identity")).isEmpty();
        assertThat(encoding("gzip")).contains("gzip");
    }

    private Optional<String> encoding(String accepted) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(service.resolve("/v1/toys"))
                                    .header("Accept-Encoding", accepted)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Encoding");
        }
    }
}
