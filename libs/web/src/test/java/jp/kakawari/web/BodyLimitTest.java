package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Bodies end where they should, announced or not. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class BodyLimitTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;
    /** kakawari.unread-limit, and what the sockets hold. */
    private static final long THROWN_AWAY = 80 * MEGABYTE;

    @TestHTTPResource
    URI service;

    @Test
    void anAnnouncedBodyIsRefusedUnread() {
        assertThat(given().contentType("application/json")
                        .auth()
                        .oauth2(partner())
                        .body(new byte[(int) MEGABYTE + 1])
                        .post("/v1/toys")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyWithoutEndIsCutAtTheLimit() throws IOException {
        Http.Outcome outcome = Http.endless(service, "/v1/toys", "application/json", partner(), GIGABYTE);
        assertThat(outcome.sent()).isLessThan(THROWN_AWAY);
        assertThat(outcome.answer()).contains("HTTP/1.1 413", "application/problem+json", "body-too-large");
    }

    @Test
    void aStreamIsTakenWhole() {
        given().contentType("text/csv")
                .body(new byte[(int) (8 * MEGABYTE)])
                .post("/v1/streams")
                .then()
                .statusCode(200)
                .body("bytes", equalTo((int) (8 * MEGABYTE)));
    }

    @Test
    void aStreamWithoutEndFromSomebodyWhoMayNotIsNotRead() throws IOException {
        Http.Outcome nobody = Http.endless(service, "/v1/secret-streams", "text/csv", null, GIGABYTE);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.sent()).isLessThan(THROWN_AWAY);
        Http.Outcome partner = Http.endless(service, "/v1/secret-streams", "text/csv", partner(), GIGABYTE);
        assertThat(partner.status()).isEqualTo(403);
        assertThat(partner.sent()).isLessThan(THROWN_AWAY);
    }

    @Test
    void aStreamWithoutEndToNowhereIsNotRead() throws IOException {
        Http.Outcome nowhere = Http.endless(service, "/v1/nowhere", "text/csv", null, GIGABYTE);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.sent()).isLessThan(THROWN_AWAY);
    }

    private static String partner() {
        return Parts.shared().tokens().of("sample-partner");
    }
}
