package jp.kakawari.registry.engagement;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SelfReportsTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final String LEDGER = "/v1/municipalities/" + MINAMIOGUNI + "/engagements";
    private static final String HANAKO = "00000000-0000-7000-8000-0000000c0001";

    @Inject
    ReportEngagement reporting;

    @Inject
    DecideEngagement deciding;

    @Inject
    RecordByMunicipality recording;

    @AfterEach
    void hanako_leaves() {
        String revision = asHanako().get("/v1/me").header("ETag");
        if (revision != null) {
            asHanako().header("If-Match", revision).delete("/v1/supporters/" + HANAKO);
        }
    }

    @Test
    void what_a_person_reports_counts_once_the_municipality_has_attested_it() {
        hanakoRegisters();
        rejectWhatOtherTestsAttested();
        Response reported = report(MINAMIOGUNI, "first");
        JsonPath entry = reported.then()
                .statusCode(201)
                .body("status", equalTo("SELF_REPORTED"))
                .body("contribution", equalTo("SALES_CHANNEL"))
                .body("sourceTransaction", equalTo("first"))
                .body("allowedActions", contains("withdraw"))
                .extract()
                .jsonPath();
        report(MINAMIOGUNI, "first").then().statusCode(200).body("id", equalTo(entry.getString("id")));
        stage("CATCH");
        as("minamioguni")
                .get(LEDGER + "?status=SELF_REPORTED&limit=200&supporter=" + HANAKO)
                .then()
                .body("items.id", hasItem(entry.getString("id")))
                .body("items.status.unique()", contains("SELF_REPORTED"));
        as("minamioguni")
                .get(LEDGER + "/" + entry.getString("id"))
                .then()
                .body("sourceSystem", equalTo("person"))
                .body("allowedActions", contains("attest", "reject"));
        decide(entry.getString("id"), "ATTESTED").then().statusCode(200);
        stage("WARM");
        withdraw(entry.getString("id")).then().statusCode(409).body("code", equalTo("not-self-reported"));
        decide(entry.getString("id"), "REJECTED").then().statusCode(200);
        stage("CATCH");
        asHanako()
                .get("/v1/me/engagements/" + entry.getString("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("allowedActions", empty());
    }

    @Test
    void a_person_takes_back_what_nobody_has_decided_on_and_reports_for_their_own_ties_only() {
        hanakoRegisters();
        String id = report(MINAMIOGUNI, "back").path("id");
        withdraw(id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("REJECTED"))
                .body("allowedActions", empty());
        asHanako().get("/v1/me/engagements/" + id).then().statusCode(200).body("revision", equalTo(2));
        report(KASHIWAZAKI, "foreign").then().statusCode(422).body("errors.pointer", hasItem("/municipality"));
        UUID somebody = register("sample-partner", somebody("sr-other", MINAMIOGUNI));
        String others = post(
                        "minamioguni",
                        LEDGER,
                        jp.kakawari.registry.TestApi.engagement(
                                somebody, "LEARNING", TODAY.toString(), "sr-" + somebody))
                .path("id");
        asHanako().get("/v1/me/engagements/" + others).then().statusCode(404);
        withdraw(others).then().statusCode(404);
        decide(others, "REJECTED").then().statusCode(200);
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        hanakoRegisters();
        Stream.of("p1", "p2", "p3").forEach(number -> report(MINAMIOGUNI, number));
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = asHanako().get("/v1/me/engagements?limit=2" + next).jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        int count = asHanako().get("/v1/me/engagements?limit=1&count=true").path("count");
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).hasSize(count).doesNotHaveDuplicates();
    }

    private record Entry(UUID id, Activity activity, LocalDate day, long yen, Status[] status) {}

    /** Whatever is reported, recorded, attested, rejected and withdrawn: what follows is what counting all again says. */
    @Test
    void stage_tier_and_sums_are_those_of_the_whole_ledger_after_every_step() {
        put("minamioguni", "sr-any", scheme("OPEN", "申告の会", """
                        {"tiers": [{"code": "regular", "name": "一般"},
                                   {"code": "platinum", "name": "プラチナ",
                                    "rule": {"measure": "YEN", "atLeast": 2500, "months": 12}}],
                         "joining": {}}""", MINAMIOGUNI), null)
                .then()
                .statusCode(200);
        UUID person = register("sample-partner", somebody("sr-any", MINAMIOGUNI));
        String member = "/v1/schemes/sr-any/memberships/"
                + post("sample-partner", "/v1/schemes/sr-any/memberships", "{\"supporter\": \"%s\"}".formatted(person))
                        .<String>path("id");
        Random random = new Random(7);
        List<Entry> entries = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            step(person, entries, random, step);
            assertThat(stageOf(person)).isEqualTo(stageBy(entries));
            as("sample-partner")
                    .get(member)
                    .then()
                    .body("tier", equalTo(yen(entries) >= 2500 ? "platinum" : "regular"));
            assertThat(sums(person))
                    .isEqualTo(Map.of("attested", count(entries, Status.ATTESTED), "yen", yenEver(entries)));
        }
        assertThat(entries.stream().map(entry -> entry.status()[0]).distinct()).hasSize(3);
    }

    private void step(UUID person, List<Entry> entries, Random random, int step) {
        Activity activity = List.of(Activity.CROWDFUNDING, Activity.VOLUNTEERING, Activity.FAMILY_CARE)
                .get(random.nextInt(3));
        LocalDate day = TODAY.minusMonths(random.nextInt(4) * 10L);
        long yen = 500L * (1 + random.nextInt(3));
        int choice = entries.isEmpty() ? random.nextInt(2) : random.nextInt(5);
        if (choice == 0) {
            var report = new SelfReport(
                    LocalGovernmentCode.parse(MINAMIOGUNI),
                    activity,
                    day,
                    BigDecimal.valueOf(yen),
                    Unit.YEN,
                    null,
                    "s" + step);
            UUID id = reporting.report(person, report).view().id();
            entries.add(new Entry(id, activity, day, yen, new Status[] {Status.SELF_REPORTED}));
        } else if (choice == 1) {
            var request = new EngagementRequest(
                    person, null, activity, day, BigDecimal.valueOf(yen), Unit.YEN, null, person + "-" + step);
            UUID id = recording.record(MINAMIOGUNI, request, null).view().id();
            entries.add(new Entry(id, activity, day, yen, new Status[] {Status.ATTESTED}));
        } else {
            Entry entry = entries.get(random.nextInt(entries.size()));
            if (choice == 2 && entry.status()[0] == Status.SELF_REPORTED) {
                reporting.withdraw(person, entry.id());
                entry.status()[0] = Status.REJECTED;
            } else {
                Status decided = random.nextBoolean() ? Status.ATTESTED : Status.REJECTED;
                deciding.decide(MINAMIOGUNI, entry.id(), "*", decided);
                entry.status()[0] = decided;
            }
        }
    }

    private static String stageBy(List<Entry> entries) {
        long counted = attested(entries)
                .filter(entry -> entry.activity().relationClass().isPresent())
                .filter(entry -> !entry.day().isBefore(TODAY.minusMonths(24)))
                .count();
        return counted >= 4 ? "CONNECT" : counted >= 2 ? "ENCOURAGE" : counted >= 1 ? "WARM" : "CATCH";
    }

    private static long yen(List<Entry> entries) {
        return attested(entries)
                .filter(entry -> entry.day().isAfter(TODAY.minusMonths(12)))
                .mapToLong(Entry::yen)
                .sum();
    }

    private static long yenEver(List<Entry> entries) {
        return attested(entries).mapToLong(Entry::yen).sum();
    }

    private static Stream<Entry> attested(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.status()[0] == Status.ATTESTED);
    }

    private static long count(List<Entry> entries, Status status) {
        return entries.stream().filter(entry -> entry.status()[0] == status).count();
    }

    private static Map<String, Long> sums(UUID person) {
        JsonPath page = as("minamioguni")
                .get(LEDGER + "?status=ATTESTED&limit=200&supporter=" + person)
                .jsonPath();
        Map<String, Long> sums = new HashMap<>();
        List<Number> yen = page.getList("items.quantity");
        sums.put("attested", (long) yen.size());
        sums.put("yen", yen.stream().mapToLong(Number::longValue).sum());
        return sums;
    }

    private static String stageOf(UUID person) {
        return as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + person)
                .path("tie.stage");
    }

    private static void stage(String stage) {
        assertThat(stageOf(UUID.fromString(HANAKO))).isEqualTo(stage);
    }

    private static void rejectWhatOtherTestsAttested() {
        as("minamioguni")
                .get(LEDGER + "?status=ATTESTED&limit=200&supporter=" + HANAKO)
                .jsonPath()
                .<String>getList("items.id")
                .forEach(id -> decide(id, "REJECTED").then().statusCode(200));
    }

    private static void hanakoRegisters() {
        asHanako().body("""
                        {"profile": {"nickname": "花子", "email": "hanako@example.jp", "prefecture": "13"},
                         "ties": [{"municipality": "434230", "origins": ["SIGHTSEEING"], "mailConsent": true}]}""").put("/v1/me").then().statusCode(200);
    }

    private static Response report(String municipality, String number) {
        return asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"municipality": "%s", "activity": "SNS_PROMOTION", "occurredOn": "%s", "contribution": "SALES_CHANNEL",
                         "sourceTransaction": "%s"}""".formatted(municipality, TODAY, number))
                .post("/v1/me/engagements");
    }

    private static Response withdraw(String id) {
        return asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/me/engagements/" + id + "/withdrawal");
    }

    private static Response decide(String id, String status) {
        return patching("minamioguni")
                .header("If-Match", "*")
                .body("{\"status\": \"" + status + "\"}")
                .patch(LEDGER + "/" + id);
    }
}
