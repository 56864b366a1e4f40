package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.EveryOperation.Rule;
import org.junit.jupiter.api.Test;

/** The document tells what the library adds, and the walk finds what an operation lacks. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class OpenApiTest {
    @TestHTTPResource
    URI service;

    private JsonPath document() {
        return given().get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void everyOperationHasTheAnswersThatFitIt() {
        assertThat(document().getMap("paths.'/v1/toys'.post.responses"))
                .containsKeys("400", "401", "403", "409", "413", "415", "422", "429")
                .doesNotContainKeys("404", "412");
        assertThat(document().getMap("paths.'/v1/toys/{id}'.patch.responses")).containsKeys("404", "412", "428");
        assertThat(document().getMap("paths.'/v1/toys'.get.responses")).doesNotContainKeys("401", "403", "422");
        assertThat(document().getString("paths.'/v1/toys'.post.responses.'403'.'$ref'"))
                .isEqualTo("#/components/responses/Forbidden");
    }

    @Test
    void rolesScopesHeadersAndProblemsAreTold() {
        assertThat(document().getString("openapi")).startsWith("3.1");
        assertThat(document().getList("paths.'/v1/toys'.post.security[0].token", String.class))
                .containsExactlyInAnyOrder("partner", "municipality");
        assertThat(document().getString("paths.'/v1/toys'.post.'x-required-scope'"))
                .isEqualTo("registry:write");
        assertThat(document().getString("paths.'/v1/me'.get.'x-required-scope'"))
                .isEqualTo("registry:read");
        assertThat(document()
                        .getBoolean("paths.'/v1/toys'.post.parameters.find { it.name == 'Idempotency-Key' }.required"))
                .isTrue();
        assertThat(document().getList("'x-problems'.code", String.class))
                .contains("toy-broken", "not-yours", "internal-error", "nesting-too-deep");
        assertThat(document().getMap("paths")).doesNotContainKey("/problems/{code}");
    }

    @Test
    void theDocumentIsStoredForTheDriftCheck() throws Exception {
        assertThat(Files.readString(Path.of("target/openapi/openapi.yaml")))
                .contains("operationId: makeToy")
                .doesNotContain("localhost");
    }

    @Test
    void theDocsAreServed() {
        given().get("/q/docs/").then().statusCode(200);
    }

    @Test
    void theWalkFindsWhatIsMissing() {
        assertThatThrownBy(() -> walk().check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forgotten (GET /v1/forgotten) names no role: put @RolesAllowed on it")
                .hasMessageContaining("stream (POST /v1/streams) has no example of its body")
                .hasMessageContaining("leaky (GET /v1/municipalities/{municipality}/leaks) answers 200 to hida on"
                        + " /v1/municipalities/194425/leaks, which is another's")
                .hasMessageContaining("failing (GET /v1/failing) answers 500 to the role partner")
                .hasMessageContaining("uncounted (GET /v1/uncounted) takes count but ignores count=true")
                .hasMessageContaining("gone is named in isPublic(...) but does not exist")
                .hasMessageContaining("me is no longer in need of its excuse FOREIGN")
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).doesNotContain("makeToy", "listToys", "toysOfMunicipality"));
    }

    private EveryOperation walk() {
        return EveryOperation.of(service, Parts.shared().tokens())
                .isPublic(
                        "listToys",
                        "readToy",
                        "fail",
                        "refuse",
                        "search",
                        "stream",
                        "keepText",
                        "deadlock",
                        "findDay",
                        "gone")
                .excuse("me", Rule.FOREIGN, "to show that a needless excuse is found");
    }
}
