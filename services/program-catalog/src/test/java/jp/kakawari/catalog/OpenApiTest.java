package jp.kakawari.catalog;

import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.KOSUGE;
import static jp.kakawari.catalog.TestWorld.PARTNER;
import static jp.kakawari.catalog.TestWorld.SECRETARIAT;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.step;
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
import jp.kakawari.embedded.openapi.EveryResource;
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
    void whoever_reads_a_resource_is_told_what_they_may_do_with_it() {
        EveryResource.of(service).check();
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
        String offer = offer(kosuges);
        offer(kosuges);
        hidas();
        for (String client : List.of("gifu", INTERMEDIARY, SECRETARIAT)) {
            draft(client, with(volunteering(), "municipalities", List.of("212172")));
            draft(client, with(volunteering(), "municipalities", List.of("212172")));
        }
        EveryOperation.of(service, Parts.shared().tokens())
                .isPublic("searchPrograms", "readProgram", "followPrograms", "readCodeList")
                .isPublic("listNeeds", "readNeed", "listReports", "listOffers")
                .list("listOffers", kosuges + "/offers")
                .list("listReports", reported())
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

    private static String offer(String program) {
        return once(PARTNER)
                .body(Map.of("title", "割引", "description", "往復の割引", "url", "https://example.jp/"))
                .post(program + "/offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Two programs that 飛騨市 hosts, and two needs. */
    private static void hidas() {
        for (String title : List.of("草刈り", "雪かき")) {
            published(HIDA, with(volunteering(), "municipalities", List.of("212172")));
            once(HIDA)
                    .body(Map.of("municipality", "212172", "title", title, "description", "人手が足りない。"))
                    .post("/v1/needs")
                    .then()
                    .statusCode(201);
        }
    }

    /** A program of which two reports were written. */
    private static String reported() {
        UUID done = published(KOSUGE, with(volunteering(), "municipalities", List.of("194425")));
        step(KOSUGE, done, "completion").then().statusCode(200);
        for (String title : List.of("初日", "二日目")) {
            once(KOSUGE)
                    .body(Map.of("title", title, "description", "報告", "heldOn", "2026-06-20"))
                    .post("/v1/programs/{id}/reports", done)
                    .then()
                    .statusCode(201);
        }
        return "/v1/programs/" + done + "/reports";
    }
}
