package jp.kakawari.matching;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.INTERMEDIARY;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.asHanako;
import static jp.kakawari.matching.TestWorld.once;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.EveryOperation.Rule;
import jp.kakawari.embedded.openapi.EveryResource;
import jp.kakawari.embedded.openapi.OpenApiDrift;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OperationsTest {
    private static final UUID HIDA_ID = UUID.fromString("00000000-0000-7000-8000-000000212172");
    private static final UUID INTERMEDIARY_ID = UUID.fromString("00000000-0000-7000-8000-00000000a001");

    @TestHTTPResource("/")
    URI service;

    @Inject
    TestWorld world;

    private final UUID delegation = UUID.randomUUID();

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
        String hidas = hidas();
        everybodyApplies();
        UUID need = UUID.randomUUID();
        world.tell(TestHelp.need(need, "434230", TestWorld.MINAMIOGUNI_ID, "商品開発"));
        EveryOperation walk = EveryOperation.of(service, Parts.shared().tokens());
        for (UUID one :
                List.of(supporter, TestWorld.HANAKO, world.supporter(HIDA_ID), world.supporter(INTERMEDIARY_ID))) {
            walk.list("recommendForSupporter", "/v1/supporters/" + one + "/recommendations");
        }
        for (UUID poster : List.of(HIDA_ID, INTERMEDIARY_ID)) {
            walk.list("recommendForNeed", "/v1/needs/" + wanted(poster) + "/supporters");
        }
        walk.list("listApplicationsOfProgram", gifus)
                .list("listApplicationsOfProgram", hidas)
                .excuse(
                        "listUsage",
                        Rule.ROWS,
                        "an organisation but the secretariat sees its own row of the month only")
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

    /** The applications for a program of 飛騨市, of which there are two, and which it delegated. */
    private String hidas() {
        UUID program = world.programOf(HIDA_ID, "212172", Selection.SCREENING);
        apply(APP, program, world.supporter());
        apply(APP, program, world.supporter());
        world.tell(delegation(1, DelegationChanged.State.ACCEPTED));
        return "/v1/programs/" + program + "/applications";
    }

    @AfterEach
    void the_delegation_is_over() {
        world.tell(delegation(2, DelegationChanged.State.REVOKED));
    }

    private DelegationChanged delegation(long revision, DelegationChanged.State state) {
        LocalDate today = LocalDate.now(JapanTime.ZONE);
        return new DelegationChanged(
                delegation,
                revision,
                state,
                HIDA_ID,
                "212172",
                INTERMEDIARY_ID,
                List.of(DelegationChanged.Scope.APPLICATIONS),
                today,
                null);
    }

    /** 花子 for herself, 飛騨市 and the intermediary for people whom they registered: twice each. */
    private void everybodyApplies() {
        world.tell(TestWorld.person(TestWorld.HANAKO, 1, null));
        for (int number = 0; number < 2; number++) {
            UUID program = world.program(Selection.SCREENING, 5);
            once(asHanako())
                    .body(Map.of("program", program, "supporter", TestWorld.HANAKO))
                    .post("/v1/applications")
                    .then()
                    .statusCode(201);
            apply(HIDA, program, world.supporter(HIDA_ID)).then().statusCode(201);
            apply(INTERMEDIARY, program, world.supporter(INTERMEDIARY_ID))
                    .then()
                    .statusCode(201);
        }
    }

    /** A need of 飛騨市 with which two can help whom it may ask. */
    private UUID wanted(UUID poster) {
        UUID need = UUID.randomUUID();
        world.tell(TestHelp.need(need, "212172", poster, "帳簿つけ"));
        for (int number = 0; number < 2; number++) {
            SupporterChanged helper =
                    TestHelp.skilled(UUID.randomUUID(), 1, List.of("帳簿つけ"), TestHelp.tie("212172", true));
            world.tell(TestWorld.with(helper, SupporterChanged.class, Map.of("registeredBy", poster)));
        }
        return need;
    }
}
