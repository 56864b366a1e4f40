package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** So many requests per caller, each with its own count. */
@QuarkusTest
@TestProfile(RateLimitTest.Tight.class)
@WithTestResource(PartsResource.class)
class RateLimitTest {
    public static final class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kakawari.rate-limit.requests", "3",
                    "kakawari.rate-limit.anonymous-requests", "2",
                    "kakawari.rate-limit.window", "1h");
        }
    }

    @Test
    void aCallerHasItsOwnCount() {
        for (int left = 2; left >= 0; left--) {
            as("hida")
                    .statusCode(200)
                    .header("RateLimit-Policy", equalTo("\"caller\";q=3;w=3600"))
                    .header("RateLimit", matchesPattern("\"caller\";r=" + left + ";t=\\d+"));
        }
        as("hida")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit", matchesPattern("\"caller\";r=0;t=\\d+"))
                .body("code", equalTo("too-many-requests"));
        as("kosuge").statusCode(200);
    }

    @Test
    void whoSaysNothingIsCountedByAddress() {
        for (int i = 0; i < 2; i++) {
            given().get("/v1/toys").then().header("RateLimit-Policy", equalTo("\"address\";q=2;w=3600"));
        }
        given().get("/v1/toys").then().statusCode(429);
        given().get("/q/openapi").then().statusCode(200).header("RateLimit", nullValue());
    }

    private static io.restassured.response.ValidatableResponse as(String client) {
        return given().auth()
                .oauth2(Parts.shared().tokens().of(client))
                .get("/v1/me")
                .then();
    }
}
