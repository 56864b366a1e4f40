package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.APP_ID;
import static jp.kakawari.matching.TestWorld.HANAKO;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.OTHER_APP;
import static jp.kakawari.matching.TestWorld.OTHER_APP_ID;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.asHanako;
import static jp.kakawari.matching.TestWorld.once;
import static jp.kakawari.matching.TestWorld.stateOf;
import static jp.kakawari.matching.TestWorld.townPlanning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ApplicationResourceTest {
    @Inject
    TestWorld world;

    @Test
    void first_come_is_accepted_at_once_and_the_next_one_waits() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        String first = apply(APP, program, world.supporter())
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/applications/" + last(program)))
                .body("state", equalTo("ACCEPTED"))
                .body("channel", equalTo(APP_ID.toString()))
                .body("acceptedAt", endsWith("+09:00"))
                .body("allowedActions", contains("withdrawal"))
                .extract()
                .path("id");
        String second = apply(APP, program, world.supporter())
                .then()
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .body("position", equalTo(1))
                .extract()
                .path("id");

        act(APP, first, "withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("acceptedAt", notNullValue())
                .body("allowedActions", empty());
        as(APP).get("/v1/applications/{id}", second)
                .then()
                .body("state", equalTo("OFFERED"))
                .body("position", nullValue())
                .body("heldUntil", endsWith("+09:00"))
                .body("allowedActions", contains("acceptance", "withdrawal"));
        act(APP, second, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void under_screening_the_host_offers_and_the_applicant_takes() {
        UUID program = world.program(Selection.SCREENING, 1);
        String applied = apply(APP, program, world.supporter())
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .path("id");
        String other = apply(APP, program, world.supporter()).path("id");
        act(APP, applied, "acceptance")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-allowed-now"))
                .body("allowedActions", contains("withdrawal"));
        act(APP, applied, "offer").then().statusCode(403);
        act(MINAMIOGUNI, applied, "withdrawal").then().statusCode(403);
        act(MINAMIOGUNI, applied, "offer")
                .then()
                .statusCode(200)
                .body("state", equalTo("OFFERED"))
                .body("allowedActions", contains("decline"));
        act(MINAMIOGUNI, other, "offer")
                .then()
                .statusCode(409)
                .body("code", equalTo("program-full"))
                .body("places", equalTo(1))
                .body("allowedActions", contains("decline"));
        act(APP, applied, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        act(MINAMIOGUNI, other, "decline").then().statusCode(200).body("state", equalTo("DECLINED"));
        act(MINAMIOGUNI, applied, "no-show").then().statusCode(200).body("state", equalTo("NO_SHOW"));
    }

    @Test
    void nobody_applies_twice_while_an_application_is_active() {
        UUID program = world.program(Selection.FIRST_COME, null);
        UUID supporter = world.supporter();
        String first = apply(APP, program, supporter).path("id");
        apply(APP, program, supporter)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-applied"))
                .body("application", equalTo(first))
                .body("allowedActions", contains("withdrawal"));
        act(APP, first, "withdrawal").then().statusCode(200);
        apply(APP, program, supporter).then().statusCode(201).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void who_stands_on_neither_side_is_not_told_which_application_it_is() {
        UUID program = world.program(Selection.FIRST_COME, null);
        UUID supporter = world.supporter(OTHER_APP_ID);
        apply(OTHER_APP, program, supporter).then().statusCode(201);
        world.tell(TestWorld.person(supporter, 2, APP_ID));
        apply(APP, program, supporter)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-applied"))
                .body("application", nullValue());
    }

    @Test
    void the_same_key_applies_once() {
        UUID program = world.program(Selection.FIRST_COME, 5);
        Map<String, Object> body = Map.of("program", program, "supporter", world.supporter());
        String key = UUID.randomUUID().toString();
        String first = as(APP).header("Idempotency-Key", key)
                .body(body)
                .post("/v1/applications")
                .path("id");
        as(APP).header("Idempotency-Key", key)
                .body(body)
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as(APP).body(body)
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        assertThat(world.count("select count(*) from application where program = '" + program + "'"))
                .isEqualTo(1);
    }

    @Test
    void outside_its_window_or_when_closed_a_program_takes_nobody() {
        ProgramChanged open = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 5);
        world.tell(open);
        UUID supporter = world.supporter();
        world.change("update program set opens = now() + interval '1 hour' where id = '" + open.id() + "'");
        apply(APP, open.id(), supporter).then().statusCode(409).body("code", equalTo("outside-application-window"));
        world.change("update program set opens = null, closes = now() where id = '" + open.id() + "'");
        apply(APP, open.id(), supporter).then().statusCode(409).body("code", equalTo("outside-application-window"));
        world.tell(TestWorld.in(ProgramChanged.State.CLOSED, open));
        apply(APP, open.id(), supporter).then().statusCode(409).body("code", equalTo("program-closed"));
        apply(APP, UUID.randomUUID(), supporter).then().statusCode(404).body("code", equalTo("program-not-found"));
    }

    @Test
    void only_who_may_act_for_a_supporter_applies_for_them() {
        UUID program = world.program(Selection.FIRST_COME, null);
        UUID supporter = world.supporter();
        apply(OTHER_APP, program, supporter).then().statusCode(404).body("code", equalTo("supporter-not-found"));
        apply(HIDA, program, supporter).then().statusCode(404);
        apply(APP, program, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("supporter-not-found"));
        apply(MINAMIOGUNI, program, supporter).then().statusCode(201);
    }

    @Test
    void a_person_applies_for_herself_and_sees_her_own() {
        UUID program = world.program(Selection.FIRST_COME, null);
        world.tell(TestWorld.person(HANAKO, 1, null));
        UUID somebody = world.supporter();
        apply(APP, program, somebody);
        String id = once(asHanako())
                .body(Map.of("program", program, "supporter", HANAKO))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .body("channel", nullValue())
                .extract()
                .path("id");
        once(asHanako())
                .body(Map.of("program", program, "supporter", somebody))
                .post("/v1/applications")
                .then()
                .statusCode(404);
        asHanako()
                .get("/v1/applications")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.supporter", everyItem(equalTo(HANAKO.toString())));
        asHanako()
                .queryParam("supporter", somebody)
                .get("/v1/applications")
                .then()
                .statusCode(403);
        as(APP).get("/v1/applications/{id}", id).then().statusCode(404);
    }

    @Test
    void answers_are_for_the_applicant_and_the_host_alone() {
        UUID program = world.program(Selection.SCREENING, 3);
        String id = once(as(APP))
                .body(Map.of(
                        "program", program, "supporter", world.supporter(), "answers", Map.of("志望動機", "町で事業を始めたい")))
                .post("/v1/applications")
                .path("id");
        as(MINAMIOGUNI)
                .get("/v1/applications/{id}", id)
                .then()
                .statusCode(200)
                .body("answers.志望動機", equalTo("町で事業を始めたい"));
        as(HIDA).get("/v1/applications/{id}", id).then().statusCode(404).body("code", equalTo("application-not-found"));
        as(OTHER_APP).get("/v1/applications/{id}", id).then().statusCode(404);
        act(HIDA, id, "offer").then().statusCode(404);
        assertThat(world.count("select count(*) from outbox where body::text like '%町で事業を始めたい%'"))
                .isZero();
    }

    @Test
    void answers_that_no_database_can_hold_are_refused() {
        UUID program = world.program(Selection.SCREENING, 3);
        UUID supporter = world.supporter();
        for (String answers : List.of("{\"a\\u0000b\": \"c\"}", "{\"a\": \"b\\u0000c\"}", "{\"\": \"c\"}")) {
            int status = once(as(APP))
                    .body("{\"program\": \"%s\", \"supporter\": \"%s\", \"answers\": %s}"
                            .formatted(program, supporter, answers))
                    .post("/v1/applications")
                    .statusCode();
            assertThat(status).as(answers).isIn(400, 422);
        }
    }

    @Test
    void the_tag_changes_when_the_place_in_the_queue_does() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        apply(APP, program, world.supporter());
        String ahead = apply(APP, program, world.supporter()).path("id");
        String behind = apply(APP, program, world.supporter()).path("id");
        String tag = as(APP).get("/v1/applications/{id}", behind)
                .then()
                .body("position", equalTo(2))
                .extract()
                .header("ETag");
        as(APP).header("If-None-Match", tag)
                .get("/v1/applications/{id}", behind)
                .then()
                .statusCode(304);
        act(APP, ahead, "withdrawal").then().statusCode(200);
        as(APP).header("If-None-Match", tag)
                .get("/v1/applications/{id}", behind)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("position", equalTo(1));
    }

    @Test
    void a_refused_request_leaves_nothing_behind() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        long events = world.count("select count(*) from application");
        once(as(APP))
                .body("{\"program\": \"" + program + "\"}")
                .post("/v1/applications")
                .then()
                .statusCode(422);
        once(as(APP)).body("{\"programme\": 1}").post("/v1/applications").then().statusCode(400);
        assertThat(world.count("select count(*) from application")).isEqualTo(events);
        assertThat(stateOf(apply(APP, program, world.supporter()).path("id"))).isEqualTo("ACCEPTED");
    }

    private String last(UUID program) {
        return as(MINAMIOGUNI).get("/v1/programs/{id}/applications", program).path("items[-1].id");
    }
}
