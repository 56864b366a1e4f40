package jp.kakawari.matching;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.EveryResource;
import jp.kakawari.embedded.openapi.OpenApiDrift;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OperationsTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    TestWorld world;

    @Test
    void every_operation_is_described_and_guarded() {
        UUID program = world.program(Selection.SCREENING, 5);
        UUID supporter = world.supporter();
        String application =
                "/v1/applications/" + apply(APP, program, supporter).path("id");
        apply(APP, program, world.supporter());
        for (String organisation : List.of(APP, MINAMIOGUNI)) {
            as(organisation).body("{}").post("/v1/recommendations").then().statusCode(200);
        }
        String gifus = gifus();
        UUID need = UUID.randomUUID();
        world.tell(TestHelp.need(need, "434230", TestWorld.MINAMIOGUNI_ID, "商品開発"));
        EveryOperation.of(service, Parts.shared().tokens())
                .list("listApplicationsOfProgram", gifus)
                .foreign("getApplication", application)
                .foreign("offerPlace", application + "/offer")
                .foreign("acceptPlace", application + "/acceptance")
                .foreign("withdrawApplication", application + "/withdrawal")
                .foreign("declineApplication", application + "/decline")
                .foreign("recordNoShow", application + "/no-show")
                .foreign("listApplicationsOfProgram", "/v1/programs/" + program + "/applications")
                .foreign("recommendForNeed", "/v1/needs/" + need + "/supporters")
                .foreign("recommendForSupporter", "/v1/supporters/" + supporter + "/recommendations")
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

    /** The applications for a program of 岐阜県, of which there are two. */
    private String gifus() {
        UUID program = world.programOf(TestWorld.GIFU_ID, "210005", Selection.SCREENING);
        apply(APP, program, world.supporter());
        apply(APP, program, world.supporter());
        return "/v1/programs/" + program + "/applications";
    }
}
