package jp.kakawari.matching.delegation;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.INTERMEDIARY;
import static jp.kakawari.matching.TestWorld.KASHIWAZAKI;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.once;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.contracts.registry.DelegationChanged.State;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

/** An intermediary decides on the applications of whom it acts for (委任), on the days of its delegation. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class DelegatedApplicationsTest {
    private static final String TOWN_CODE = "152056";
    private static final UUID TOWN = UUID.fromString("00000000-0000-7000-8000-000000152056");
    private static final UUID NPO = UUID.fromString("00000000-0000-7000-8000-00000000a001");
    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    @Inject
    TestWorld world;

    @Test
    void it_sees_decides_and_checks_in_while_the_delegation_is_open_and_no_longer() {
        UUID program = world.programOf(TOWN, TOWN_CODE, Selection.SCREENING);
        String application = apply(APP, program, world.supporter()).path("id");
        String delegation = UUID.randomUUID().toString();
        sees(program, application, 404);
        tell(delegation, 1, State.GRANTED, TODAY, null, Scope.APPLICATIONS);
        sees(program, application, 404);
        tell(delegation, 2, State.ACCEPTED, TODAY, TODAY, Scope.APPLICATIONS);
        sees(program, application, 200);
        as(INTERMEDIARY)
                .get("/v1/programs/{program}/applications", program)
                .then()
                .body("items.id", contains(application))
                .body("items[0].allowedActions", hasItem("offer"));
        act(INTERMEDIARY, application, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        act(INTERMEDIARY, application, "withdrawal").then().statusCode(403);
        once(as(INTERMEDIARY))
                .body(Map.of("application", application))
                .post("/v1/participations")
                .then()
                .statusCode(201);
        tell(delegation, 3, State.REVOKED, TODAY, TODAY, Scope.APPLICATIONS);
        sees(program, application, 404);
        act(INTERMEDIARY, application, "no-show").then().statusCode(404);
        tell(delegation, 2, State.ACCEPTED, TODAY, TODAY, Scope.APPLICATIONS);
        sees(program, application, 404);
        as(KASHIWAZAKI).get("/v1/applications/{id}", application).then().statusCode(200);
    }

    @Test
    void another_scope_another_day_and_another_town_open_nothing() {
        UUID program = world.programOf(TOWN, TOWN_CODE, Selection.SCREENING);
        UUID elsewhere = world.program(Selection.SCREENING, 3);
        String application = apply(APP, program, world.supporter()).path("id");
        String other = apply(APP, elsewhere, world.supporter()).path("id");
        String delegation = UUID.randomUUID().toString();
        tell(delegation, 1, State.ACCEPTED, TODAY, null, Scope.PROGRAMS, Scope.SUPPORTERS_READ, Scope.ENGAGEMENTS);
        sees(program, application, 404);
        tell(delegation, 2, State.ACCEPTED, TODAY.plusDays(1), null, Scope.APPLICATIONS);
        sees(program, application, 404);
        tell(delegation, 3, State.ACCEPTED, TODAY.minusDays(9), TODAY.minusDays(1), Scope.APPLICATIONS);
        sees(program, application, 404);
        tell(delegation, 4, State.ACCEPTED, TODAY, null, Scope.APPLICATIONS);
        sees(program, application, 200);
        sees(elsewhere, other, 404);
        suspended(1, OrganizationChanged.State.SUSPENDED);
        sees(program, application, 404);
        suspended(2, OrganizationChanged.State.ACTIVE);
        sees(program, application, 200);
        tell(delegation, 5, State.REVOKED, TODAY, null, Scope.APPLICATIONS);
        sees(program, application, 404);
    }

    private static void sees(UUID program, String application, int status) {
        as(INTERMEDIARY).get("/v1/applications/{id}", application).then().statusCode(status);
        as(INTERMEDIARY)
                .get("/v1/programs/{program}/applications", program)
                .then()
                .statusCode(status);
    }

    private void tell(String id, long revision, State state, LocalDate from, LocalDate until, Scope... scopes) {
        world.tell(new DelegationChanged(
                UUID.fromString(id), revision, state, TOWN, TOWN_CODE, NPO, List.of(scopes), from, until));
    }

    private void suspended(long revision, OrganizationChanged.State state) {
        world.tell(
                new OrganizationChanged(TOWN, revision, state, OrganizationChanged.Kind.GOVERNMENT, "柏崎市", TOWN_CODE));
    }
}
