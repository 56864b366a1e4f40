package jp.kakawari.registry.tier;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class TiersTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String LEDGER = "/v1/municipalities/" + KASHIWAZAKI + "/engagements";

    @Inject
    ReviewTiers reviewing;

    @Inject
    EntityManager database;

    @Inject
    UserTransaction transaction;

    @Test
    void after_enough_contributions_a_member_rises_and_falls_with_the_ledger() {
        run("ti-count", "{\"measure\": \"COUNT\", \"atLeast\": 3, \"months\": 12, \"activities\": [\"VOLUNTEERING\"]}");
        UUID person = person();
        String place = join("ti-count", person);
        record(person, "VOLUNTEERING", TODAY, null);
        record(person, "VOLUNTEERING", TODAY.minusYears(2), null);
        record(person, "DINING_AND_SHOPPING", TODAY, null);
        record(person, "VOLUNTEERING", TODAY.minusDays(1), null);
        tier(place, "regular");
        String last = record(person, "VOLUNTEERING", TODAY.minusDays(2), null);
        tier(place, "platinum");
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/memberships?scheme=ti-count&tier=platinum&count=true")
                .then()
                .body("count", equalTo(1))
                .body("items.supporter", contains(person.toString()));
        patching("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"status\": \"REJECTED\"}")
                .patch(LEDGER + "/" + last)
                .then()
                .statusCode(200);
        tier(place, "regular");
        as("kashiwazaki")
                .get(place + "/history")
                .then()
                .body("items.action", contains("JOINED", "TIER_BY_RULE", "TIER_BY_RULE"))
                .body("items.doneBy", contains("ORGANIZATION", "RULE", "RULE"))
                .body("items.tierBefore[2]", equalTo("platinum"));
    }

    @Test
    void yen_and_days_count_too_and_whoever_joins_late_starts_where_the_ledger_says() {
        run("ti-yen", "{\"measure\": \"YEN\", \"atLeast\": 30000}");
        run("ti-days", "{\"measure\": \"DAYS\", \"atLeast\": 2}");
        UUID person = person();
        String yen = join("ti-yen", person);
        record(person, "HOMETOWN_TAX_DONATION", TODAY, 20_000L);
        tier(yen, "regular");
        record(person, "HOMETOWN_TAX_DONATION", TODAY, 10_000L);
        tier(yen, "platinum");
        String days = join("ti-days", person);
        tier(days, "regular");
        record(person, "NETWORKING", TODAY.minusDays(3), null);
        tier(days, "platinum");
        run("ti-late", "{\"measure\": \"COUNT\", \"atLeast\": 3}");
        tier(join("ti-late", person), "platinum");
    }

    @Test
    void a_tier_by_hand_is_left_alone_until_it_is_left_to_the_rules() {
        run("ti-hand", "{\"measure\": \"COUNT\", \"atLeast\": 2}");
        UUID person = person();
        String place = join("ti-hand", person);
        by("kashiwazaki", place, "\"tier\": \"platinum\", \"reason\": \"CONTRIBUTION\"")
                .then()
                .statusCode(200);
        record(person, "VOLUNTEERING", TODAY, null);
        tier(place, "platinum");
        by("kashiwazaki", place, "\"tier\": \"gold\", \"reason\": \"OTHER\"")
                .then()
                .statusCode(422);
        by("kashiwazaki", place, "\"reason\": \"CORRECTION\"")
                .then()
                .statusCode(200)
                .body("tier", equalTo("regular"))
                .body("tierByHand", equalTo(false));
        by("sample-partner", place, "\"reason\": \"OTHER\"").then().statusCode(403);
        as("sample-partner")
                .get(place + "/history")
                .then()
                .body("items.action", contains("JOINED", "TIER_BY_HAND", "TIER_BY_HAND", "TIER_BY_RULE"))
                .body("items.reason[1]", equalTo("CONTRIBUTION"));
    }

    @Test
    void a_policy_takes_its_members_along_in_chunks_that_go_on_where_they_were_left() throws Exception {
        run("ti-moves", "{\"measure\": \"COUNT\", \"atLeast\": 5}");
        List<UUID> people = List.of(person(), person(), person());
        List<String> places =
                people.stream().map(person -> join("ti-moves", person)).toList();
        record(people.getFirst(), "VOLUNTEERING", TODAY, null);
        put(
                        "kashiwazaki",
                        "ti-moves",
                        scheme(
                                "OPEN",
                                "会",
                                policy("{\"measure\": \"COUNT\", \"atLeast\": 1}", ", \"movesMembers\": true"),
                                KASHIWAZAKI),
                        "\"1\"")
                .then()
                .statusCode(200);
        tier(places.getFirst(), "regular");
        reviewing.follow();
        tier(places.getFirst(), "platinum");
        tier(places.getLast(), "regular");
        places.forEach(place -> as("sample-partner").get(place).then().body("policy", equalTo(2)));
        assertThat(reviewing.step()).isFalse();
    }

    @Test
    void what_time_took_away_is_lost_at_night() throws Exception {
        run("ti-night", "{\"measure\": \"COUNT\", \"atLeast\": 1, \"months\": 12}");
        UUID person = person();
        String place = join("ti-night", person);
        String entry = record(person, "VOLUNTEERING", TODAY, null);
        tier(place, "platinum");
        transaction.begin();
        database.createNativeQuery("update engagement set occurred_on = occurred_on - 800 where id = cast(:id as uuid)")
                .setParameter("id", entry)
                .executeUpdate();
        transaction.commit();
        reviewing.remember();
        reviewing.follow();
        tier(place, "regular");
    }

    /** However entries come, the tier is always what counting them all again says. */
    @Test
    void whatever_is_recorded_the_tier_is_what_the_whole_ledger_says() {
        run(
                "ti-any",
                "{\"measure\": \"DAYS\", \"atLeast\": 3, \"months\": 6, \"activities\": [\"LEARNING\", \"NETWORKING\"]}");
        Random random = new Random(42);
        UUID person = person();
        String place = join("ti-any", person);
        java.util.Set<LocalDate> counted = new java.util.HashSet<>();
        for (int entry = 0; entry < 25; entry++) {
            String activity = List.of("LEARNING", "NETWORKING", "VOLUNTEERING").get(random.nextInt(3));
            LocalDate day = TODAY.minusDays(random.nextInt(5) * 60L);
            record(person, activity, day, null);
            if (!activity.equals("VOLUNTEERING") && day.isAfter(TODAY.minusMonths(6))) {
                counted.add(day);
            }
            tier(place, counted.size() >= 3 ? "platinum" : "regular");
        }
    }

    private static UUID person() {
        return register("sample-partner", somebody("ti-" + UUID.randomUUID(), KASHIWAZAKI));
    }

    private static void run(String code, String rule) {
        put("kashiwazaki", code, scheme("OPEN", "会", policy(rule, ""), KASHIWAZAKI), null)
                .then()
                .statusCode(200);
    }

    private static String policy(String rule, String more) {
        return """
                {"tiers": [{"code": "regular", "name": "一般"}, {"code": "platinum", "name": "プラチナ", "rule": %s}],
                 "validMonths": 12, "joining": {}%s}""".formatted(rule, more);
    }

    private static String join(String code, UUID person) {
        String memberships = "/v1/schemes/" + code + "/memberships";
        return memberships + "/"
                + post("sample-partner", memberships, "{\"supporter\": \"%s\"}".formatted(person))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static io.restassured.response.Response by(String client, String place, String body) {
        return post(client, place + "/tier", "{" + body + "}");
    }

    private static void tier(String place, String tier) {
        as("sample-partner").get(place).then().statusCode(200).body("tier", equalTo(tier));
    }

    private static String record(UUID person, String activity, LocalDate day, Long yen) {
        String body =
                engagement(person, activity, day.toString(), UUID.randomUUID().toString());
        return post(
                        "kashiwazaki",
                        LEDGER,
                        yen == null
                                ? body
                                : body.strip().replaceFirst("\\{", "{\"quantity\": " + yen + ", \"unit\": \"YEN\", "))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
