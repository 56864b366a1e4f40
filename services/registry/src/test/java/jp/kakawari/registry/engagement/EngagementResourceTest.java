package jp.kakawari.registry.engagement;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class EngagementResourceTest {

    private static final String LEDGER = "/v1/municipalities/" + MINAMIOGUNI + "/engagements";
    private static final String TODAY =
            LocalDate.now(JapanTime.ZONE).minusDays(1).toString();

    private UUID sho;

    @BeforeEach
    void sho_is_tied_to_minamioguni() {
        sho = register("sample-partner", somebody("sho", MINAMIOGUNI));
    }

    @Test
    void a_recorded_engagement_deepens_the_tie_at_once() {
        Response recorded = record("VOLUNTEERING", TODAY, "t-1");
        String id = recorded.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ATTESTED"))
                .body("relationClass", equalTo("DIRECT_CONTRIBUTION"))
                .body("allowedActions", contains("reject"))
                .extract()
                .path("id");
        recorded.then().header("Location", endsWith(LEDGER + "/" + id));
        assertTie("WARM", TODAY, 2);
        record("VOLUNTEERING", TODAY, "t-2");
        assertTie("ENCOURAGE", TODAY, 3);
        record("VOLUNTEERING", TODAY, "t-3");
        record("LEARNING", TODAY, "t-4");
        assertTie("CONNECT", TODAY, 4);
    }

    @Test
    void a_transaction_told_again_stays_one_record() {
        String id = record("VOLUNTEERING", TODAY, "again")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        record("VOLUNTEERING", TODAY, "again").then().statusCode(200).body("id", equalTo(id));
        record("LEARNING", TODAY, "again").then().statusCode(409).body("code", equalTo("transaction-differs"));
        assertTie("WARM", TODAY, 2);
        ledgerOfSho().then().body("items", hasSize(1)).body("count", nullValue());
        as("minamioguni")
                .queryParam("supporter", sho)
                .queryParam("count", true)
                .get(LEDGER)
                .then()
                .body("count", equalTo(1));
    }

    @Test
    void a_correction_sets_the_stage_right_in_the_same_moment() {
        String id = record("VOLUNTEERING", TODAY, "wrong").path("id");
        decide(id, null, "REJECTED").then().statusCode(428);
        decide(id, "\"5\"", "REJECTED").then().statusCode(412);
        decide(id, "\"1\"", "REJECTED")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("allowedActions", contains("attest"));
        assertTie("CATCH", null, 3);
        decide(id, "\"2\"", "ATTESTED").then().statusCode(200);
        assertTie("WARM", TODAY, 4);
        decide(id, "\"3\"", "ATTESTED").then().statusCode(200).header("ETag", "\"3\"");
        decide(id, "\"3\"", "SELF_REPORTED").then().statusCode(409).body("allowedActions", contains("reject"));
    }

    @Test
    void of_decisions_made_at_once_one_holds_and_the_others_learn_it() throws Exception {
        String id = record("VOLUNTEERING", TODAY, "contested").path("id");
        assertThat(atOnce(4, () -> decide(id, "\"1\"", "REJECTED"))).containsExactly(200, 412, 412, 412);
        assertTie("CATCH", null, 3);
    }

    @Test
    void what_lies_too_far_back_or_is_not_counted_deepens_nothing() {
        String longAgo = LocalDate.now(JapanTime.ZONE).minusMonths(25).toString();
        record("VOLUNTEERING", longAgo, "old");
        assertTie("CATCH", longAgo, 2);
        record("FAMILY_CARE", TODAY, "kin");
        assertTie("CATCH", TODAY, 3);
    }

    @Test
    void row147_the_ledger_keeps_activity_and_class_of_each_engagement() {
        record("DINING_AND_SHOPPING", TODAY, "lunch");
        record("VOLUNTEERING", TODAY, "help");
        ledgerOfSho()
                .then()
                .body("items.activity", contains("DINING_AND_SHOPPING", "VOLUNTEERING"))
                .body("items.relationClass", contains("HOBBY_CONSUMPTION", "DIRECT_CONTRIBUTION"));
    }

    @Test
    void many_at_once_count_each_once() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> record("VOLUNTEERING", TODAY, "race-" + i % 6).statusCode())
                    .toList();
            var codes = pool.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(codes).containsExactly(200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201);
        }
        ledgerOfSho().then().body("items", hasSize(6));
        as("minamioguni").get(supporter()).then().body("tie.stage", equalTo("CONNECT"));
    }

    @Test
    void quantities_are_kept_exactly() {
        post("minamioguni", LEDGER, """
                        {"supporter": "%s", "activity": "LOCAL_PRODUCT_PURCHASE", "occurredOn": "%s", "quantity": 0.125, "unit": "YEN",
                         "sourceTransaction": "edy-%s"}""".formatted(sho, TODAY, sho))
                .then()
                .statusCode(201)
                .body("quantity", equalTo(0.125f))
                .body("unit", equalTo("YEN"));
    }

    @Test
    void a_foreign_ledger_is_shut() {
        String id = record("VOLUNTEERING", TODAY, "mine").path("id");
        post("kashiwazaki", LEDGER, engagement(sho, "VOLUNTEERING", TODAY, "foreign"))
                .then()
                .statusCode(403);
        as("kashiwazaki").get(LEDGER).then().statusCode(403);
        as("kashiwazaki").get(LEDGER + "/" + id).then().statusCode(403);
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/engagements/" + id)
                .then()
                .statusCode(404);
        post(
                        "kashiwazaki",
                        "/v1/municipalities/" + KASHIWAZAKI + "/engagements",
                        engagement(sho, "VOLUNTEERING", TODAY, "x"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/supporter"));
        as("minamioguni").get(LEDGER + "/" + id).then().statusCode(200).body("program", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'activity': 'LEARNING', 'occurredOn': '2026-01-01', 'sourceTransaction': 'x'}|/supporter",
                "{'memberNumber': 'NOBODY', 'activity': 'LEARNING', 'occurredOn': '2026-01-01', 'sourceTransaction': 'x'}|/memberNumber",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '2999-01-01', 'sourceTransaction': 'x'}|/occurredOn",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '0000-01-01', 'sourceTransaction': 'x'}|/occurredOn",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '+9999999-01-01', 'sourceTransaction': 'x'}|/occurredOn",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '2026-01-01', 'quantity': 1, 'sourceTransaction': 'x'}|/unit",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '2026-01-01', 'quantity': -1, 'unit': 'DAYS', 'sourceTransaction': 'x'}|/quantity",
                "{'memberNumber': 'A', 'activity': 'LEARNING', 'occurredOn': '2026-01-01'}|/sourceTransaction",
                "{'memberNumber': 'A', 'activity': 'SLEEPING', 'occurredOn': '2026-01-01', 'sourceTransaction': 'x'}|/activity",
            })
    void each_flaw_is_named_by_its_place(String body, String pointer) {
        post("minamioguni", LEDGER, body.replace('\'', '"'))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    private Response record(String activity, String day, String transaction) {
        return post("minamioguni", LEDGER, engagement(sho, activity, day, sho + transaction));
    }

    private Response decide(String id, String ifMatch, String status) {
        var request = patching("minamioguni").body("{\"status\": \"" + status + "\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(LEDGER + "/" + id);
    }

    private Response ledgerOfSho() {
        return as("minamioguni").queryParam("supporter", sho).get(LEDGER);
    }

    private String supporter() {
        return "/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + sho;
    }

    private void assertTie(String stage, String lastActiveOn, int revision) {
        as("minamioguni")
                .get(supporter())
                .then()
                .statusCode(200)
                .body("tie.stage", equalTo(stage))
                .body("tie.lastActiveOn", equalTo(lastActiveOn))
                .body("revision", equalTo(revision));
    }
}
