package jp.kakawari.kpi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.EveryResource;
import jp.kakawari.embedded.openapi.OpenApiDrift;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OpenApiTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void every_operation_is_described_and_guarded() {
        EveryOperation.of(service, Parts.shared().tokens())
                .isPublic(
                        "getDefinitions",
                        "classify",
                        "getPublishedFigures",
                        "getPublishedFigure",
                        "getTargets",
                        "getTarget")
                .foreign("getRelations", "/v1/feeds/relations?municipality=194425")
                .foreign("getIndicator", "/v1/indicators/deep-share?municipality=194425")
                .foreign("getTierChanges", "/v1/feeds/tier-changes?municipality=194425")
                .foreign("getLadderMoves", "/v1/feeds/ladder-moves?municipality=194425")
                .foreign("getRecruitment", "/v1/feeds/recruitment?municipality=194425")
                .foreign("getAccruals", "/v1/feeds/accruals?municipality=194425")
                .check();
    }

    @Test
    void whoever_reads_a_resource_is_told_what_they_may_do_with_it() {
        EveryResource.of(service).check();
    }

    @Test
    void the_committed_document_is_the_generated_one() {
        OpenApiDrift.check();
    }

    @Test
    void the_definitions_are_open() {
        given().get("/v1/definitions")
                .then()
                .statusCode(200)
                .body("suppression.threshold", equalTo(10))
                .body("measures.measure", hasItem("people"));
    }
}
