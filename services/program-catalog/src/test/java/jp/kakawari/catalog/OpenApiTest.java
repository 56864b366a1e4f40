package jp.kakawari.catalog;

import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.PARTNER;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.OpenApiDrift;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OpenApiTest {

    @TestHTTPResource("/")
    URI service;

    @Test
    void the_committed_document_is_what_the_code_does() {
        OpenApiDrift.check();
    }

    @Test
    void every_operation_is_described_and_guarded() {
        UUID program = published(KOSUGE, with(volunteering(), "municipalities", List.of("194425")));
        String need = once(KOSUGE)
                .body(Map.of("municipality", "194425", "title", "梅もぎ", "description", "梅の収穫の人手が足りない。"))
                .post("/v1/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String kosuges = "/v1/programs/" + program;
        String offer = once(PARTNER)
                .body(Map.of("title", "割引", "description", "往復の割引", "url", "https://example.jp/"))
                .post(kosuges + "/offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        EveryOperation.of(service, Parts.shared().tokens())
                .isPublic("searchPrograms", "readProgram", "followPrograms", "readCodeList")
                .isPublic("listNeeds", "readNeed", "listReports", "listOffers")
                .foreign("replaceProgram", kosuges)
                .foreign("changeProgram", kosuges)
                .foreign("removeProgram", kosuges)
                .foreign("publishProgram", kosuges + "/publication")
                .foreign("closeProgram", kosuges + "/closure")
                .foreign("completeProgram", kosuges + "/completion")
                .foreign("reportActivity", kosuges + "/reports")
                .foreign("removeOffer", kosuges + "/offers/" + offer)
                .foreign("withdrawNeed", "/v1/needs/" + need)
                .check();
    }
}
