package jp.kakawari.registry.payment;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static jp.kakawari.registry.TestTies.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class PaymentsTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final String OPERATOR = "00000000-0000-7000-8000-00000000b001";

    @Inject
    DataSource database;

    @Test
    void row109_a_thousandth_of_each_payment_accrues_exactly() {
        String club = club("pa-exact", "0.001");
        Member member = join(club);
        tell(club, List.of(paid("A-1", member, 10_000)))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected", hasSize(0));
        assertThat(accrued(club)).isEqualByComparingTo("10");
        List<String> small = IntStream.range(0, 1000)
                .mapToObj(number -> paid("S-" + number, member, 15))
                .toList();
        tell(club, small).then().statusCode(200).body("created", equalTo(1000));
        assertThat(accrued(club)).isEqualByComparingTo("25");
        tell(club, small).then().statusCode(200).body("created", equalTo(0)).body("unchanged", equalTo(1000));
        assertThat(accrued(club)).isEqualByComparingTo("25");
        payOut(club).then().statusCode(201).body("yen", equalTo(25));
        payOut(club).then().statusCode(409).body("code", equalTo("nothing-to-pay-out"));
        tell(club, List.of(paid("B-1", member, 1_900))).then().statusCode(200);
        payOut(club)
                .then()
                .statusCode(201)
                .body("yen", equalTo(1))
                .body("accrual.payable", equalTo(0))
                .body("accrual.payers", equalTo(1));
        tell(club, List.of(paid("B-2", member, 100))).then().statusCode(200);
        payOut(club).then().statusCode(201).body("yen", equalTo(1));
    }

    @Test
    void a_refund_takes_back_what_its_payment_accrued_and_the_ledger_follows() {
        String club = club("pa-refund", "0.001");
        Member member = join(club);
        tell(club, List.of(paid("P", member, 10_000), refund("R1", member, 4_000, "P")))
                .then()
                .body("created", equalTo(2));
        assertThat(accrued(club)).isEqualByComparingTo("6");
        assertThat(ledgerOf(member)).containsExactly(6_000L);
        tell(
                        club,
                        List.of(
                                refund("R2", member, 7_000, "P"),
                                refund("R3", member, 6_000, "P"),
                                refund("R4", member, 1, "X")))
                .then()
                .body("created", equalTo(1))
                .body("rejected.reason", contains("refundTooLarge", "paymentUnknown"))
                .body("rejected.pointer", contains("/payments/0", "/payments/2"));
        assertThat(accrued(club)).isEqualByComparingTo("0");
        assertThat(ledgerOf(member)).isEmpty();
        tell(club, List.of(paid("P2", member, 3_000), paid("P2", member, 3_000), paid("P2", member, 3_001)))
                .then()
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("rejected.reason", contains("transactionDiffers"));
        tell(club, List.of(refund("R5", member, 1_000, "P2"))).then().body("created", equalTo(1));
        assertThat(ledgerOf(member)).containsExactly(2_000L);
    }

    @Test
    void a_payment_accrues_under_the_rule_of_its_day() {
        String club = club("pa-rules", "0.001");
        Member member = join(club);
        rule(club, "0.01", TODAY.minusDays(1)).then().statusCode(422).body("errors.pointer", contains("/validFrom"));
        rule(club, "0.01", TODAY.plusDays(1)).then().statusCode(201).body("version", equalTo(2));
        tell(club, List.of(paid("today", member, 1_000))).then().body("created", equalTo(1));
        assertThat(accrued(club)).isEqualByComparingTo("1");
        as("sample-partner")
                .get("/v1/schemes/" + club + "/accrual-rules?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.version", contains(2, 1));
        as("sample-partner")
                .get("/v1/schemes/" + club + "/accrual-rules?limit=1")
                .then()
                .body("items.version", contains(2));
    }

    @Test
    void what_cannot_be_taken_is_reported_and_all_the_rest_enters() {
        String club = club("pa-report", "0.001");
        Member member = join(club);
        String future =
                paid("F", member, 1).replace(TODAY.toString(), TODAY.plusDays(1).toString());
        String early = paid("E", member, 1)
                .replace(TODAY.toString(), TODAY.minusYears(3).toString());
        tell(club, List.of(future, paid("N", new Member(null, "NOBODY", null), 1), early, paid("G", member, 1)))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected.reason", contains("inTheFuture", "memberUnknown", "memberUnknown"))
                .body("rejected[0].detail", equalTo("未来の日付です"));
        tell(club, List.of(paid("H", member, 1), paid("I", member, 0)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/payments/1/amount"));
        assertThat(accrued(club)).isEqualByComparingTo("0.001");
    }

    @Test
    void only_the_operators_of_the_rule_and_who_runs_the_scheme_take_part() {
        String club = club("pa-guard", "0.001");
        Member member = join(club);
        String batches = "/v1/schemes/" + club + "/payment-batches";
        post("other-partner", batches, batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
        post("kashiwazaki", batches, batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
        as("other-partner").get("/v1/schemes/" + club + "/accruals").then().statusCode(403);
        as("iga").get("/v1/schemes/" + club + "/accruals").then().statusCode(403);
        as("iga").get("/v1/schemes/" + club + "/accrual-rules").then().statusCode(403);
        post("iga", "/v1/schemes/" + club + "/accrual-rules", ruleBody("0.5", TODAY))
                .then()
                .statusCode(403);
        post("sample-partner", "/v1/schemes/nothing/payment-batches", batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
    }

    @Test
    void an_operator_whom_the_rule_names_no_more_refunds_and_pays_out_but_sells_no_more() {
        String club = club("pa-former", "0.001");
        Member member = join(club);
        tell(club, List.of(paid("P", member, 10_000))).then().body("created", equalTo(1));
        String other = ruleBody("0.001", TODAY).replace(OPERATOR, "00000000-0000-7000-8000-00000000b002");
        post("kashiwazaki", "/v1/schemes/" + club + "/accrual-rules", other)
                .then()
                .statusCode(201);
        tell(club, List.of(paid("Q", member, 10_000), refund("R", member, 4_000, "P")))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected.reason", contains("noRule"));
        as("sample-partner")
                .get("/v1/schemes/" + club + "/accrual-rules")
                .then()
                .statusCode(200);
        payOut(club).then().statusCode(201).body("yen", equalTo(6));
    }

    @Test
    void a_payment_takes_up_no_tie_that_the_person_ended() throws Exception {
        String club = club("pa-ended", "0.001");
        Member member = join(club);
        endedByThePerson(database, member.person());
        tell(club, List.of(paid("P", member, 10_000))).then().statusCode(200);
        assertThat(standing(database, member.person())).isZero();
    }

    /** Whatever the order, the splits and the replays: what accrues is the rate times the sum of what was paid. */
    @Test
    void accruals_add_up_exactly_whatever_the_order_splits_and_replays() throws Exception {
        String club = club("pa-any", "0.001");
        List<Member> members = List.of(join(club), join(club), join(club));
        Random random = new Random(5);
        List<String> all = new ArrayList<>();
        Map<String, Long> left = new HashMap<>();
        long sum = 0;
        for (int number = 0; number < 120; number++) {
            Member member = members.get(random.nextInt(3));
            long yen = 1 + random.nextInt(999);
            all.add(paid("T" + number, member, yen));
            sum += yen;
            left.merge(member.number(), yen, Long::sum);
        }
        Collections.shuffle(all, random);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 20) {
            List<String> part = all.subList(from, Math.min(from + 30, all.size()));
            calls.add(() -> tell(club, part).statusCode());
            calls.add(() -> tell(club, part.reversed()).statusCode());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pool.invokeAll(calls).stream().map(Future::resultNow)).containsOnly(200);
        }
        assertThat(accrued(club)).isEqualByComparingTo(new BigDecimal(sum).multiply(new BigDecimal("0.001")));
        as("kashiwazaki")
                .get("/v1/schemes/" + club + "/accruals")
                .then()
                .body("items[0].amount", equalTo((int) sum))
                .body("items[0].payments", equalTo(120))
                .body("items[0].payers", equalTo(3));
        for (Member member : members) {
            assertThat(ledgerOf(member).stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(left.get(member.number()));
        }
    }

    private record Member(UUID person, String number, String path) {}

    private static String club(String code, String rate) {
        put("kashiwazaki", code, scheme("OPEN", "決済の会", """
                        {"tiers": [{"code": "regular", "name": "一般"}], "joining": {}}""", KASHIWAZAKI), null)
                .then()
                .statusCode(200);
        rule(code, rate, TODAY.minusYears(1)).then().statusCode(201).body("version", equalTo(1));
        return code;
    }

    private static Response rule(String club, String rate, LocalDate from) {
        return post("kashiwazaki", "/v1/schemes/" + club + "/accrual-rules", ruleBody(rate, from));
    }

    private static String ruleBody(String rate, LocalDate from) {
        return "{\"rate\": %s, \"operators\": [\"%s\"], \"validFrom\": \"%s\"}".formatted(rate, OPERATOR, from);
    }

    private static Member join(String club) {
        UUID person = register("sample-partner", somebody("pa-" + UUID.randomUUID(), KASHIWAZAKI));
        JsonPath joined = post(
                        "sample-partner",
                        "/v1/schemes/" + club + "/memberships",
                        "{\"supporter\": \"%s\"}".formatted(person))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Member(person, joined.getString("number"), joined.getString("id"));
    }

    private static String paid(String transaction, Member member, long yen) {
        return "{\"transaction\": \"%s\", \"memberNumber\": \"%s\", \"amount\": %d, \"paidOn\": \"%s\"}"
                .formatted(transaction, member.number(), yen, TODAY);
    }

    private static String refund(String transaction, Member member, long yen, String of) {
        return paid(transaction, member, yen).replace("}", ", \"refunds\": \"" + of + "\"}");
    }

    private static String batch(List<String> payments) {
        return "{\"payments\": [" + String.join(",", payments) + "]}";
    }

    private static Response tell(String club, List<String> payments) {
        return post("sample-partner", "/v1/schemes/" + club + "/payment-batches", batch(payments));
    }

    private static Response payOut(String club) {
        return post(
                "sample-partner",
                "/v1/schemes/" + club + "/payouts",
                "{\"municipality\": \"%s\"}".formatted(KASHIWAZAKI));
    }

    private static BigDecimal accrued(String club) {
        return as("kashiwazaki")
                .get("/v1/schemes/" + club + "/accruals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .getObject("items[0].accrued", BigDecimal.class);
    }

    /** Yen of the purchases that hold. */
    private static List<Long> ledgerOf(Member member) {
        List<Number> yen = as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/engagements?status=ATTESTED&limit=200&supporter="
                        + member.person())
                .path("items.quantity");
        return yen.stream().map(Number::longValue).toList();
    }
}
