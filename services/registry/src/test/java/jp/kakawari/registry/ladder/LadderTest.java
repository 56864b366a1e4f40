package jp.kakawari.registry.ladder;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.embedded.HookReceiver;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestMembers;
import jp.kakawari.registry.Traces;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class LadderTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final String LADDER = "/v1/municipalities/242161/ladder";
    private static final String STEPS = """
            {"steps": [{"code": "exchange", "name": "交流"}, {"code": "relation", "name": "関係"},
                       {"code": "settled", "name": "定住"}]}""";

    @Inject
    Traces database;

    @BeforeEach
    void iga_has_a_ladder() {
        as("iga").header("If-Match", "*").body(STEPS).put(LADDER).then().statusCode(200);
    }

    @Test
    void somebody_climbs_and_the_funnel_tells_the_dated_moves() {
        UUID person = register("iga", somebody("ladder-1", "242161"));
        move(person, "exchange", TODAY.minusDays(30)).then().statusCode(201);
        move(person, "relation", TODAY.minusDays(10)).then().statusCode(201).body("from", equalTo("exchange"));
        move(person, "settled", TODAY.minusDays(1)).then().statusCode(201);
        as("iga")
                .get(LADDER + "/moves?count=true&supporter=" + person)
                .then()
                .statusCode(200)
                .body("items.to", contains("exchange", "relation", "settled"))
                .body("items[0].from", equalTo(null))
                .body("count", equalTo(3));
        as("iga")
                .get(LADDER + "/funnel?from=" + TODAY.minusDays(15))
                .then()
                .statusCode(200)
                .body("steps.code", contains("exchange", "relation", "settled"))
                .body(
                        "transitions.on",
                        hasItems(
                                TODAY.minusDays(10).toString(),
                                TODAY.minusDays(1).toString()))
                .body("transitions.on", not(hasItem(TODAY.minusDays(30).toString())));
        move(person, "relation", TODAY).then().statusCode(201).body("from", equalTo("settled"));
    }

    @Test
    void no_move_goes_back_in_time_nowhere_or_to_a_step_that_is_not_there() {
        UUID person = register("iga", somebody("ladder-2", "242161"));
        move(person, "relation", TODAY.minusDays(2)).then().statusCode(201);
        refused(move(person, "settled", TODAY.minusDays(3)), "/movedOn");
        refused(move(person, "settled", TODAY.plusDays(1)), "/movedOn");
        refused(move(person, "relation", TODAY), "/step");
        refused(move(person, "friends", TODAY), "/step");
        refused(move(register("kashiwazaki", somebody("ladder-3", "152056")), "relation", TODAY), "/supporter");
        as("kashiwazaki").get(LADDER + "/moves").then().statusCode(403);
        as("kashiwazaki").get(LADDER + "/funnel").then().statusCode(403);
    }

    @Test
    void a_ladder_is_changed_by_who_knows_what_it_replaces() {
        String other = STEPS.replace("交流", "出会い");
        as("iga").body(STEPS).put(LADDER).then().statusCode(200);
        as("iga").body(other).put(LADDER).then().statusCode(428);
        as("iga")
                .header("If-Match", "*")
                .body(other)
                .put(LADDER)
                .then()
                .statusCode(200)
                .body("steps[0].name", equalTo("出会い"));
        as("iga")
                .header("If-Match", "*")
                .body(STEPS.replace("settled", "relation"))
                .put(LADDER)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/steps/2/code"));
        as("kashiwazaki").get("/v1/municipalities/152056/ladder").then().statusCode(404);
    }

    @Test
    void only_the_last_move_is_taken_back() {
        UUID person = register("iga", somebody("ladder-4", "242161"));
        String first = move(person, "exchange", TODAY.minusDays(2)).path("id");
        String last = move(person, "settled", TODAY).path("id");
        as("iga").delete(LADDER + "/moves/" + first).then().statusCode(409).body("code", equalTo("not-the-last-move"));
        as("kashiwazaki").delete(LADDER + "/moves/" + last).then().statusCode(403);
        as("iga").delete(LADDER + "/moves/" + last).then().statusCode(204);
        as("iga").delete(LADDER + "/moves/" + last).then().statusCode(404);
        as("iga").get(LADDER + "/moves?supporter=" + person).then().body("items.to", contains("exchange"));
        move(person, "relation", TODAY.minusDays(1)).then().statusCode(201).body("from", equalTo("exchange"));
    }

    @Test
    void who_is_suspended_moves_nobody() {
        String kosuge = TestMembers.government("194425");
        String ladder = "/v1/municipalities/194425/ladder";
        as("kosuge").header("If-Match", "*").body(STEPS).put(ladder).then().statusCode(200);
        UUID person = register("kosuge", somebody("ladder-5", "194425"));
        String body = """
                {"supporter": "%s", "step": "%s", "movedOn": "%s"}""";
        String move = post("kosuge", ladder + "/moves", body.formatted(person, "exchange", TODAY))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post("secretariat", "/v1/organizations/" + kosuge + "/suspension", "{\"reason\": \"見本\"}")
                .then()
                .statusCode(200);
        inactive(as("kosuge").header("If-Match", "*").body(STEPS).put(ladder));
        inactive(post("kosuge", ladder + "/moves", body.formatted(person, "settled", TODAY)));
        inactive(as("kosuge").delete(ladder + "/moves/" + move));
        inactive(post(
                "kosuge",
                "/v1/municipalities/194425/engagements",
                engagement(person, "LEARNING", TODAY.toString(), "ladder-5")));
        as("kosuge").get(ladder + "/moves").then().statusCode(200);
        post("secretariat", "/v1/organizations/" + kosuge + "/reinstatement", "{}")
                .then()
                .statusCode(200);
        as("kosuge").delete(ladder + "/moves/" + move).then().statusCode(204);
    }

    @Test
    void of_first_ladders_at_once_one_is_kept_and_none_fails() throws InterruptedException, SQLException {
        for (int round = 0; round < 5; round++) {
            database.execute("delete from ladder_move where municipality = '434230'");
            database.execute("delete from ladder where municipality = '434230'");
            assertThat(atOnce(4, () -> as("minamioguni").body(STEPS).put("/v1/municipalities/434230/ladder")))
                    .contains(200)
                    .isSubsetOf(200, 409);
        }
    }

    private static void inactive(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("organization-inactive"));
    }

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void by_webhook_its_town_alone_is_told_also_of_a_mistake() throws Exception {
        try (HookReceiver iga = new HookReceiver(204);
                HookReceiver hida = new HookReceiver(204)) {
            String mine = webhook("iga", iga);
            String theirs = webhook("hida", hida);
            UUID person = register("iga", somebody("ladder-told", "242161"));
            String move = move(person, "exchange", TODAY).then().extract().path("id");
            TestApi.await(() -> told(iga, move, "MADE"));
            as("iga").delete(LADDER + "/moves/" + move).then().statusCode(204);
            TestApi.await(() -> told(iga, move, "REMOVED"));
            assertThat(hida.got()).isEmpty();
            as("iga").header("If-Match", "*").delete(mine).then().statusCode(204);
            as("hida").header("If-Match", "*").delete(theirs).then().statusCode(204);
        }
    }

    private static boolean told(HookReceiver receiver, String move, String state) {
        return receiver.got().stream()
                .map(got -> JsonPath.from(got.body()))
                .anyMatch(told -> move.equals(told.getString("data.id")) && state.equals(told.getString("data.state")));
    }

    private static String webhook(String client, HookReceiver receiver) {
        return post(client, "/v1/webhooks", """
                        {"url": "%s", "eventTypes": ["jp.kakawari.registry.ladder-moved.v1"]}""".formatted(receiver.url()))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Response move(UUID supporter, String step, LocalDate on) {
        return post("iga", LADDER + "/moves", """
                {"supporter": "%s", "step": "%s", "movedOn": "%s"}""".formatted(supporter, step, on));
    }
}
