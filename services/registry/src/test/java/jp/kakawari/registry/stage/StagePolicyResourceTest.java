package jp.kakawari.registry.stage;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class StagePolicyResourceTest {

    private static final String PATH = "/v1/stage-policies";
    private static final String RULES = "{\"CATCH\": 0, \"WARM\": 1, \"CONNECT\": 6}";

    @Inject
    StagePolicies policies;

    @Test
    void the_secretariat_announces_how_stages_follow_and_everybody_reads_it() {
        StagePolicy today = QuarkusTransaction.requiringNew().call(policies::current);
        int version = decided("2099-12-01", RULES)
                .then()
                .statusCode(201)
                .body("atLeast.CONNECT", equalTo(6))
                .body("decidedBy", notNullValue())
                .extract()
                .path("version");
        anonymously()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.version", hasItem(version))
                .body("items[0].months", equalTo(24));
        assertThat(QuarkusTransaction.requiringNew().call(policies::current))
                .as("it decides from its day on")
                .isEqualTo(today);
        post("hida", PATH, request("2099-12-01", RULES)).then().statusCode(403);
    }

    @Test
    void what_can_not_be_meant_is_refused_at_its_place() {
        refused(decided("2026-04-01", RULES), "/validFrom");
        refused(decided("2099-12-31", "{\"WARM\": 1}"), "/atLeast");
        refused(decided("2099-12-31", "{\"CATCH\": 0, \"WARM\": 5, \"CONNECT\": 5}"), "/atLeast");
        refused(decided("2099-12-31", "{\"CATCH\": 0, \"WARM\": 5, \"ENCOURAGE\": 4}"), "/atLeast");
        decided("2099-12-31", "{\"NOWHERE\": 0}").then().statusCode(422);
    }

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private static Response decided(String from, String atLeast) {
        return post("secretariat", PATH, request(from, atLeast));
    }

    private static String request(String from, String atLeast) {
        return "{\"validFrom\": \"%s\", \"months\": 24, \"atLeast\": %s}".formatted(from, atLeast);
    }
}
