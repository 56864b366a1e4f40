package jp.kakawari.matching.participation;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.GIFU;
import static jp.kakawari.matching.TestWorld.GIFU_ID;
import static jp.kakawari.matching.TestWorld.HIDA;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.once;
import static jp.kakawari.matching.TestWorld.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ParticipationResourceTest {
    @Inject
    TestWorld world;

    @Test
    void a_check_in_is_recorded_once_and_the_application_is_attended() {
        String application = accepted();
        checkIn(MINAMIOGUNI, Map.of("application", application, "hours", 6.5))
                .then()
                .statusCode(201)
                .body("application", equalTo(application))
                .body("municipality", equalTo("434230"))
                .body("activity", equalTo("TOWN_PLANNING"))
                .body("hours", equalTo(6.5f))
                .body("checkedInAt", endsWith("+09:00"));
        assertThat(stateOf(application)).isEqualTo("ATTENDED");
        checkIn(MINAMIOGUNI, Map.of("application", application))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-allowed-now"))
                .body("allowedActions", empty());
        assertThat(world.count("select count(*) from participation where application = '" + application + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_is_answered_with_the_same_record() {
        String application = accepted();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("application", application);
        String first = as(MINAMIOGUNI)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/participations")
                .path("id");
        as(MINAMIOGUNI)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/participations")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void only_the_host_checks_in() {
        String application = accepted();
        checkIn(HIDA, Map.of("application", application)).then().statusCode(404);
        checkIn(APP, Map.of("application", application)).then().statusCode(403);
        assertThat(stateOf(application)).isEqualTo("ACCEPTED");
    }

    /** 岐阜県 offers a program for the whole prefecture: it ties people to no single municipality. */
    @Test
    void a_prefecture_takes_applicants_in() {
        UUID program = world.programOf(GIFU_ID, "210005", Selection.SCREENING);
        String application = apply(APP, program, world.supporter()).path("id");
        as(GIFU).get("/v1/programs/{id}/applications", program).then().body("items.id", contains(application));
        as(GIFU).get("/v1/applications/{id}", application)
                .then()
                .statusCode(200)
                .body("allowedActions", hasItem("acceptance"));
        act(GIFU, application, "offer").then().statusCode(200).body("state", equalTo("OFFERED"));
        act(APP, application, "acceptance").then().statusCode(200);
        checkIn(GIFU, Map.of("application", application)).then().statusCode(201).body("municipality", nullValue());
        String refused = apply(APP, program, world.supporter()).path("id");
        act(GIFU, refused, "decline").then().statusCode(200);
        String others = accepted();
        act(GIFU, others, "no-show").then().statusCode(404);
        checkIn(GIFU, Map.of("application", others)).then().statusCode(404);
    }

    @Test
    void nobody_came_before_the_calendar_began() {
        String application = accepted();
        checkIn(MINAMIOGUNI, Map.of("application", application, "checkedInAt", "-0005-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/checkedInAt"));
        assertThat(stateOf(application)).isEqualTo("ACCEPTED");
    }

    @Test
    void who_waits_can_not_be_checked_in() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        apply(APP, program, world.supporter());
        String waiting = apply(APP, program, world.supporter()).path("id");
        checkIn(MINAMIOGUNI, Map.of("application", waiting))
                .then()
                .statusCode(409)
                .body("allowedActions", contains("decline"));
    }

    @Test
    void nobody_came_tomorrow_or_for_a_negative_time() {
        String application = accepted();
        OffsetDateTime tomorrow = OffsetDateTime.now().plusDays(1);
        checkIn(MINAMIOGUNI, Map.of("application", application, "checkedInAt", tomorrow.toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("checked-in-in-the-future"))
                .body("errors.pointer", hasItem("/checkedInAt"));
        checkIn(MINAMIOGUNI, Map.of("application", application, "hours", -1))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/hours"));
        assertThat(stateOf(application)).isEqualTo("ACCEPTED");
    }

    private String accepted() {
        return apply(APP, world.program(Selection.FIRST_COME, 3), world.supporter())
                .path("id");
    }

    private static Response checkIn(String client, Map<String, Object> body) {
        return once(as(client)).body(body).post("/v1/participations");
    }
}
