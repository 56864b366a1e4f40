package jp.kakawari.registry.payment;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static jp.kakawari.registry.TestTies.standing;
import static jp.kakawari.registry.payment.CardClub.OPERATOR;
import static jp.kakawari.registry.payment.CardClub.TODAY;
import static jp.kakawari.registry.payment.CardClub.batch;
import static jp.kakawari.registry.payment.CardClub.paid;
import static jp.kakawari.registry.payment.CardClub.refund;
import static jp.kakawari.registry.payment.CardClub.ruleBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.payment.CardClub.Member;
import org.junit.jupiter.api.Test;

/** Which payments are not taken, from whom, and what becomes of the others. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class RefusedPaymentsTest {

    @Inject
    DataSource database;

    @Test
    void what_cannot_be_taken_is_reported_and_all_the_rest_enters() {
        CardClub club = CardClub.of("pa-report", "0.001");
        Member member = club.join();
        String future =
                paid("F", member, 1).replace(TODAY.toString(), TODAY.plusDays(1).toString());
        String early = paid("E", member, 1)
                .replace(TODAY.toString(), TODAY.minusYears(3).toString());
        club.tell(List.of(future, paid("N", new Member(null, "NOBODY"), 1), early, paid("G", member, 1)))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected.reason", contains("inTheFuture", "memberUnknown", "memberUnknown"))
                .body("rejected[0].detail", equalTo("未来の日付です"));
        club.tell(List.of(paid("H", member, 1), paid("I", member, 0)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/payments/1/amount"));
        assertThat(club.accrued()).isEqualByComparingTo("0.001");
    }

    @Test
    void only_the_operators_of_the_rule_and_who_runs_the_scheme_take_part() {
        CardClub club = CardClub.of("pa-guard", "0.001");
        Member member = club.join();
        String batches = club.path() + "/payment-batches";
        post("other-partner", batches, batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
        post("kashiwazaki", batches, batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
        as("other-partner").get(club.path() + "/accruals").then().statusCode(403);
        as("iga").get(club.path() + "/accruals").then().statusCode(403);
        as("iga").get(club.path() + "/accrual-rules").then().statusCode(403);
        post("iga", club.path() + "/accrual-rules", ruleBody("0.5", TODAY))
                .then()
                .statusCode(403);
        post("sample-partner", "/v1/schemes/nothing/payment-batches", batch(List.of(paid("X", member, 1))))
                .then()
                .statusCode(403);
    }

    @Test
    void an_operator_whom_the_rule_names_no_more_refunds_and_pays_out_but_sells_no_more() {
        CardClub club = CardClub.of("pa-former", "0.001");
        Member member = club.join();
        club.tell(List.of(paid("P", member, 10_000))).then().body("created", equalTo(1));
        String other = ruleBody("0.001", TODAY).replace(OPERATOR, "00000000-0000-7000-8000-00000000b002");
        post("kashiwazaki", club.path() + "/accrual-rules", other).then().statusCode(201);
        club.tell(List.of(paid("Q", member, 10_000), refund("R", member, 4_000, "P")))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected.reason", contains("noRule"));
        as("sample-partner").get(club.path() + "/accrual-rules").then().statusCode(200);
        club.payOut().then().statusCode(201).body("yen", equalTo(6));
    }

    @Test
    void a_payment_takes_up_no_tie_that_the_person_ended() throws Exception {
        CardClub club = CardClub.of("pa-ended", "0.001");
        Member member = club.join();
        endedByThePerson(database, member.person());
        club.tell(List.of(paid("P", member, 10_000))).then().statusCode(200);
        assertThat(standing(database, member.person())).isZero();
    }
}
