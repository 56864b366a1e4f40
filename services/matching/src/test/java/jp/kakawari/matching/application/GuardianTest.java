package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestHelp.lacksGuardian;
import static jp.kakawari.matching.TestHelp.need;
import static jp.kakawari.matching.TestHelp.skilled;
import static jp.kakawari.matching.TestHelp.tie;
import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.APP_ID;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI_ID;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

/** Minors take part only when a guardian consented (保護者の同意). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class GuardianTest {
    @Inject
    TestWorld world;

    @Test
    void nobody_applies_for_a_minor_before_a_guardian_consents_nor_after_they_took_it_back() {
        UUID program = world.program(Selection.FIRST_COME, 5);
        SupporterChanged minor = lacksGuardian(TestWorld.person(UUID.randomUUID(), 1, APP_ID), true);
        world.tell(minor);
        refused(APP, program, minor.id());
        refused(MINAMIOGUNI, program, minor.id());
        SupporterChanged consented = lacksGuardian(minor, false);
        world.tell(consented);
        apply(APP, program, minor.id()).then().statusCode(201).body("state", equalTo("ACCEPTED"));
        world.tell(lacksGuardian(consented, true));
        refused(APP, world.program(Selection.SCREENING, 5), minor.id());
    }

    @Test
    void nobody_takes_an_offered_place_for_a_minor_whose_guardian_took_it_back_meanwhile() {
        SupporterChanged minor = TestWorld.person(UUID.randomUUID(), 1, APP_ID);
        world.tell(minor);
        String application = apply(APP, world.program(Selection.SCREENING, 5), minor.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(MINAMIOGUNI, application, "offer").then().statusCode(200);
        SupporterChanged lacking = lacksGuardian(minor, true);
        world.tell(lacking);
        act(APP, application, "acceptance")
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"))
                .body("detail", containsString("受諾"));
        assertThat(TestWorld.stateOf(application)).isEqualTo("OFFERED");
        world.tell(lacksGuardian(lacking, false));
        act(APP, application, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void no_host_accepts_a_minor_whose_guardian_took_it_back() {
        SupporterChanged minor = TestWorld.person(UUID.randomUUID(), 1, APP_ID);
        world.tell(minor);
        UUID program = world.program(Selection.SCREENING, 5);
        String application =
                apply(APP, program, minor.id()).then().statusCode(201).extract().path("id");
        world.tell(lacksGuardian(minor, true));
        act(MINAMIOGUNI, application, "acceptance")
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"))
                .body("detail", containsString("採用"));
        assertThat(TestWorld.stateOf(application)).isEqualTo("SUBMITTED");
        act(MINAMIOGUNI, application, "no-show")
                .then()
                .statusCode(409)
                .body("allowedActions", contains("offer", "decline"));
        for (String path : List.of("/v1/applications/" + application, "/v1/programs/" + program + "/applications")) {
            assertThat(as(MINAMIOGUNI).get(path).asString()).contains("[\"offer\",\"decline\"]");
        }
        act(MINAMIOGUNI, application, "offer").then().statusCode(200);
        as(APP).get("/v1/applications/" + application).then().body("allowedActions", contains("withdrawal"));
    }

    @Test
    void a_host_accepts_a_minor_whose_guardian_consented() {
        SupporterChanged minor = lacksGuardian(TestWorld.person(UUID.randomUUID(), 1, APP_ID), false);
        world.tell(minor);
        String application =
                apply(APP, world.program(Selection.SCREENING, 5), minor.id()).path("id");
        as(MINAMIOGUNI)
                .get("/v1/applications/" + application)
                .then()
                .body("allowedActions", contains("offer", "acceptance", "decline"));
        act(MINAMIOGUNI, application, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void nobody_asks_a_minor_for_help_whose_guardian_did_not_consent() {
        UUID need = UUID.randomUUID();
        SupporterChanged minor = skilled(UUID.randomUUID(), 1, List.of("竹細工の下ごしらえ"), tie("434230", true));
        world.tell(need(need, "434230", MINAMIOGUNI_ID, "竹細工の下ごしらえ"), minor);
        String asked = "/v1/needs/" + need + "/supporters";
        as(MINAMIOGUNI)
                .get(asked)
                .then()
                .statusCode(200)
                .body("items.supporter", contains(minor.id().toString()));
        world.tell(lacksGuardian(minor, true));
        as(MINAMIOGUNI).get(asked).then().statusCode(200).body("items", empty());
    }

    private static void refused(String client, UUID program, UUID supporter) {
        apply(client, program, supporter)
                .then()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-needed"))
                .body("detail", containsString("保護者の同意"))
                .body("errors.pointer", contains("/supporter"));
    }
}
