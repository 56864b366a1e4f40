package jp.kakawari.matching;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.apply;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
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
        UUID need = UUID.randomUUID();
        world.tell(TestWorld.need(need, "434230", TestWorld.MINAMIOGUNI_ID, "商品開発"));
        EveryOperation.of(service, Parts.shared().tokens())
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
    void the_committed_document_is_the_generated_one() {
        OpenApiDrift.check();
    }
}
