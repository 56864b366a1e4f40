package jp.kakawari.registry.point;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static jp.kakawari.registry.TestTies.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class PointsTest {

    private static final String CLUB = "/v1/schemes/po-club/memberships";

    @Inject
    DataSource database;

    @BeforeEach
    void club() {
        put("kashiwazaki", "po-club", scheme("OPEN", "ポイントの会", """
                        {"tiers": [{"code": "regular", "name": "一般"}], "joining": {},
                         "entitlements": [{"code": "souvenir", "name": "記念品", "times": 1, "per": "EVER", "afterReferrals": 10}]}""", KASHIWAZAKI, MINAMIOGUNI), null)
                .then()
                .statusCode(200);
    }

    @Test
    void a_transaction_told_again_earns_nothing_more() {
        String member = join();
        book(member, "EARN", 100, "t1").then().statusCode(201).body("balance", equalTo(100));
        book(member, "EARN", 100, "t1").then().statusCode(200).body("balance", equalTo(100));
        book(member, "EARN", 90, "t1").then().statusCode(409).body("code", equalTo("transaction-differs"));
        book(member, "REDEEM", 30, "t2").then().statusCode(201).body("balance", equalTo(70));
        book(member, "REDEEM", 71, "t3").then().statusCode(409).body("code", equalTo("not-enough-points"));
        as("sample-partner")
                .get(member + "/points")
                .then()
                .statusCode(200)
                .body("balance", equalTo(70))
                .body("earned", equalTo(100))
                .body("redeemed", equalTo(30));
        as("other-partner").get(member + "/points").then().statusCode(404);
        post("iga", member + "/points", body("EARN", 1, "x")).then().statusCode(404);
        post("sample-partner", member + "/points", body("EARN", 1, "x")).then().statusCode(403);
    }

    @Test
    void what_another_runner_books_stands_with_whoever_keeps_the_membership() {
        String member = join();
        String number = UUID.randomUUID().toString();
        String entry = post("minamioguni", member + "/points", body("EARN", 40, number))
                .then()
                .statusCode(201)
                .extract()
                .path("engagement");
        post("minamioguni", member + "/points", body("EARN", 40, number))
                .then()
                .statusCode(200)
                .body("engagement", equalTo(entry));
        post("kashiwazaki", member + "/points", body("EARN", 2, number))
                .then()
                .statusCode(201)
                .body("balance", equalTo(42));
        String person = as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/engagements/" + entry)
                .then()
                .statusCode(200)
                .extract()
                .path("supporter");
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/engagements?supporter=" + person)
                .then()
                .statusCode(200)
                .body("items", empty());
        assertThat(standing(database, UUID.fromString(person))).isEqualTo(1);
    }

    @Test
    void what_was_used_already_cannot_be_taken_back() {
        String member = join();
        String earned = book(member, "EARN", 100, "e").path("engagement");
        String used = book(member, "REDEEM", 60, "r").path("engagement");
        reject(earned).then().statusCode(409).body("code", equalTo("not-enough-points"));
        reject(used).then().statusCode(200);
        reject(earned).then().statusCode(200);
        as("sample-partner").get(member + "/points").then().body("balance", equalTo(0));
    }

    /** However many use them at once, the balance is never below zero and is always what the answers add up to. */
    @Test
    void points_are_used_once_however_many_ask_at_once() throws Exception {
        String member = join();
        AtomicInteger expected = new AtomicInteger();
        Random random = new Random(11);
        for (int round = 0; round < 4; round++) {
            List<Callable<Void>> calls = new java.util.ArrayList<>();
            for (int i = 0; i < 10; i++) {
                boolean earn = random.nextInt(3) == 0;
                int points = 1 + random.nextInt(50);
                String number = round + "-" + i;
                Callable<Void> call = () -> {
                    int status = book(member, earn ? "EARN" : "REDEEM", points, number)
                            .statusCode();
                    assertThat(status).isIn(201, 200, 409);
                    if (status == 201) {
                        expected.addAndGet(earn ? points : -points);
                    }
                    return null;
                };
                calls.addAll(Collections.nCopies(2, call));
            }
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                pool.invokeAll(calls).forEach(Future::resultNow);
            }
            int balance = as("sample-partner").get(member + "/points").path("balance");
            assertThat(balance).isNotNegative().isEqualTo(expected.get());
        }
        book(member, "EARN", 50, "last").then().statusCode(201);
        int left = as("sample-partner").get(member + "/points").path("balance");
        AtomicInteger number = new AtomicInteger();
        assertThat(atOnce(6, () -> book(member, "REDEEM", left, "all-" + number.incrementAndGet())))
                .containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void ten_cards_of_one_member_give_the_benefit_once_however_many_are_shown_at_once() throws Exception {
        String member = join();
        String card = post("sample-partner", member + "/credentials", "{}").path("id");
        String uses = "/v1/credentials/" + card + "/uses";
        AtomicInteger number = new AtomicInteger();
        String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
        assertThat(atOnce(9, () -> show(member, prefix + number.incrementAndGet())))
                .containsOnly(201);
        show(member, prefix + "1").then().statusCode(200).body("redeemed", equalTo(9));
        post("kashiwazaki", uses, "{\"entitlement\": \"souvenir\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("entitlement-not-earned"));
        assertThat(atOnce(6, () -> show(member, prefix + number.incrementAndGet())))
                .containsOnly(201);
        as("sample-partner").get(member + "/history").then().body("items.action", contains("JOINED", "BENEFIT_GIVEN"));
        as("sample-partner").get(member + "/referrals").then().statusCode(200).body("redeemed", equalTo(15));
        post("kashiwazaki", uses, "{\"entitlement\": \"souvenir\"}").then().statusCode(200);
        post("kashiwazaki", uses, "{\"entitlement\": \"souvenir\"}").then().statusCode(409);
        show(join(), prefix + "1").then().statusCode(409).body("code", equalTo("referral-card-of-another"));
        as("other-partner").get(member + "/referrals").then().statusCode(404);
    }

    @Test
    void a_card_redeemed_by_mistake_counts_no_more_and_may_be_redeemed_again() throws Exception {
        String member = join();
        String cards = member + "/referrals/cards";
        String uses = "/v1/credentials/"
                + post("sample-partner", member + "/credentials", "{}").path("id") + "/uses";
        String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
        IntStream.rangeClosed(1, 10)
                .forEach(number -> show(member, prefix + number).then().statusCode(201));
        String mistaken = as("kashiwazaki").get(cards).path("items[3].id");
        assertThat(atOnce(4, () -> takeBack(cards, mistaken))).containsExactly(200, 409, 409, 409);
        as("kashiwazaki")
                .get(member + "/referrals")
                .then()
                .body("redeemed", equalTo(9))
                .body("benefits[0].givenAt", equalTo(null));
        post("kashiwazaki", uses, "{\"entitlement\": \"souvenir\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("entitlement-not-earned"));
        as("kashiwazaki")
                .get(cards + "?count=true")
                .then()
                .body("count", equalTo(10))
                .body("items[3].card", equalTo(prefix + 4))
                .body("items[3].takenBackBecause", equalTo("WRONG_MEMBER"));
        show(join(), prefix + "4").then().statusCode(201);
        show(member, prefix + "11").then().statusCode(201).body("redeemed", equalTo(10));
        post("kashiwazaki", uses, "{\"entitlement\": \"souvenir\"}").then().statusCode(200);
        takeBack(cards, as("kashiwazaki").get(cards).path("items[0].id")).then().statusCode(200);
        as("sample-partner")
                .get(member + "/history")
                .then()
                .body("items.action", contains("JOINED", "BENEFIT_GIVEN", "BENEFIT_TAKEN_BACK", "BENEFIT_GIVEN"));
        as("iga").get(cards).then().statusCode(404);
        as("sample-partner").get(cards).then().statusCode(403);
    }

    private static Response takeBack(String cards, String card) {
        return post("kashiwazaki", cards + "/" + card + "/withdrawal", "{\"because\": \"WRONG_MEMBER\"}");
    }

    @Test
    void who_has_left_earns_nothing() {
        String member = join();
        post("sample-partner", member + "/withdrawal", "{}").then().statusCode(200);
        book(member, "EARN", 1, "x").then().statusCode(409).body("code", equalTo("membership-over"));
        show(member, "left-" + UUID.randomUUID()).then().statusCode(409);
    }

    @Test
    void each_flaw_is_named_by_its_place() {
        String member = join();
        IntStream.of(0, -1)
                .forEach(points -> book(member, "EARN", points, "x")
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", contains("/points")));
        post(
                        "kashiwazaki",
                        member + "/points",
                        "{\"action\": \"EARN\", \"points\": 1, \"sourceTransaction\": \"x\", \"occurredOn\": \"2999-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/occurredOn"));
    }

    private static String body(String action, int points, String number) {
        return "{\"action\": \"%s\", \"points\": %d, \"sourceTransaction\": \"%s\"}".formatted(action, points, number);
    }

    private static Response book(String member, String action, int points, String number) {
        String unique = member.substring(member.length() - 12) + number;
        return post("kashiwazaki", member + "/points", body(action, points, unique));
    }

    private static Response show(String member, String card) {
        return post("kashiwazaki", member + "/referrals", "{\"card\": \"%s\"}".formatted(card));
    }

    private static Response reject(String entry) {
        return patching("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"status\": \"REJECTED\"}")
                .patch("/v1/municipalities/" + KASHIWAZAKI + "/engagements/" + entry);
    }

    private static String join() {
        UUID person = register("sample-partner", somebody("po-" + UUID.randomUUID(), KASHIWAZAKI));
        return CLUB + "/"
                + post(
                                "sample-partner",
                                CLUB,
                                "{\"supporter\": \"%s\", \"municipality\": \"%s\"}".formatted(person, KASHIWAZAKI))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }
}
