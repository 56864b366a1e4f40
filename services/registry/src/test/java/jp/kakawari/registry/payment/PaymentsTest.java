package jp.kakawari.registry.payment;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.payment.CardClub.TODAY;
import static jp.kakawari.registry.payment.CardClub.paid;
import static jp.kakawari.registry.payment.CardClub.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.payment.CardClub.Member;
import org.junit.jupiter.api.Test;

/** What accrues is what was paid times the rate, to the last digit. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class PaymentsTest {

    @Test
    void row109_a_thousandth_of_each_payment_accrues_exactly() {
        CardClub club = CardClub.of("pa-exact", "0.001");
        Member member = club.join();
        club.tell(List.of(paid("A-1", member, 10_000)))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected", hasSize(0));
        assertThat(club.accrued()).isEqualByComparingTo("10");
        List<String> small = IntStream.range(0, 1000)
                .mapToObj(number -> paid("S-" + number, member, 15))
                .toList();
        club.tell(small).then().statusCode(200).body("created", equalTo(1000));
        assertThat(club.accrued()).isEqualByComparingTo("25");
        club.tell(small).then().statusCode(200).body("created", equalTo(0)).body("unchanged", equalTo(1000));
        assertThat(club.accrued()).isEqualByComparingTo("25");
        club.payOut().then().statusCode(201).body("yen", equalTo(25));
        club.payOut().then().statusCode(409).body("code", equalTo("nothing-to-pay-out"));
        club.tell(List.of(paid("B-1", member, 1_900))).then().statusCode(200);
        club.payOut()
                .then()
                .statusCode(201)
                .body("yen", equalTo(1))
                .body("accrual.payable", equalTo(0))
                .body("accrual.payers", equalTo(1));
        club.tell(List.of(paid("B-2", member, 100))).then().statusCode(200);
        club.payOut().then().statusCode(201).body("yen", equalTo(1));
    }

    @Test
    void a_refund_takes_back_what_its_payment_accrued_and_the_ledger_follows() {
        CardClub club = CardClub.of("pa-refund", "0.001");
        Member member = club.join();
        club.tell(List.of(paid("P", member, 10_000), refund("R1", member, 4_000, "P")))
                .then()
                .body("created", equalTo(2));
        assertThat(club.accrued()).isEqualByComparingTo("6");
        assertThat(member.ledger()).containsExactly(6_000L);
        club.tell(List.of(
                        refund("R2", member, 7_000, "P"),
                        refund("R3", member, 6_000, "P"),
                        refund("R4", member, 1, "X")))
                .then()
                .body("created", equalTo(1))
                .body("rejected.reason", contains("refundTooLarge", "paymentUnknown"))
                .body("rejected.pointer", contains("/payments/0", "/payments/2"));
        assertThat(club.accrued()).isEqualByComparingTo("0");
        assertThat(member.ledger()).isEmpty();
        club.tell(List.of(paid("P2", member, 3_000), paid("P2", member, 3_000), paid("P2", member, 3_001)))
                .then()
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("rejected.reason", contains("transactionDiffers"));
        club.tell(List.of(refund("R5", member, 1_000, "P2"))).then().body("created", equalTo(1));
        assertThat(member.ledger()).containsExactly(2_000L);
    }

    @Test
    void a_payment_accrues_under_the_rule_of_its_day() {
        CardClub club = CardClub.of("pa-rules", "0.001");
        Member member = club.join();
        club.rule("0.01", TODAY.minusDays(1)).then().statusCode(422).body("errors.pointer", contains("/validFrom"));
        club.rule("0.01", TODAY.plusDays(1)).then().statusCode(201).body("version", equalTo(2));
        club.tell(List.of(paid("today", member, 1_000))).then().body("created", equalTo(1));
        assertThat(club.accrued()).isEqualByComparingTo("1");
        as("sample-partner")
                .get(club.path() + "/accrual-rules?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.version", contains(2, 1));
        as("sample-partner").get(club.path() + "/accrual-rules?limit=1").then().body("items.version", contains(2));
    }

    /** Whatever the order, the splits and the replays: what accrues is the rate times the sum of what was paid. */
    @Test
    void accruals_add_up_exactly_whatever_the_order_splits_and_replays() throws Exception {
        CardClub club = CardClub.of("pa-any", "0.001");
        List<Member> members = List.of(club.join(), club.join(), club.join());
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
            calls.add(() -> club.tell(part).statusCode());
            calls.add(() -> club.tell(part.reversed()).statusCode());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pool.invokeAll(calls).stream().map(Future::resultNow)).containsOnly(200);
        }
        assertThat(club.accrued()).isEqualByComparingTo(new BigDecimal(sum).multiply(new BigDecimal("0.001")));
        as("kashiwazaki")
                .get(club.path() + "/accruals")
                .then()
                .body("items[0].amount", equalTo((int) sum))
                .body("items[0].payments", equalTo(120))
                .body("items[0].payers", equalTo(3));
        for (Member member : members) {
            assertThat(member.ledger().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(left.get(member.number()));
        }
    }
}
