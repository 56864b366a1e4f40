package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.LedgerCalls.TODAY;
import static jp.kakawari.acceptance.LedgerCalls.accrued;
import static jp.kakawari.acceptance.LedgerCalls.classes;
import static jp.kakawari.acceptance.LedgerCalls.donate;
import static jp.kakawari.acceptance.LedgerCalls.join;
import static jp.kakawari.acceptance.LedgerCalls.json;
import static jp.kakawari.acceptance.LedgerCalls.pay;
import static jp.kakawari.acceptance.LedgerCalls.payment;
import static jp.kakawari.acceptance.LedgerCalls.people;
import static jp.kakawari.acceptance.LedgerCalls.person;
import static jp.kakawari.acceptance.LedgerCalls.place;
import static jp.kakawari.acceptance.LedgerCalls.record;
import static jp.kakawari.acceptance.LedgerCalls.refund;
import static jp.kakawari.acceptance.LedgerCalls.run;
import static jp.kakawari.acceptance.LedgerCalls.subscribe;
import static jp.kakawari.acceptance.LedgerCalls.tell;
import static jp.kakawari.acceptance.LedgerCalls.town;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money for a region: payments by card, donations, and support that goes on. */
@ExtendWith(RunningPlatform.class)
class SupportJourneyTest {

    private static final String UKIHA = "402257";
    private static final String SAIJO = "382060";
    private static final String HANAMAKI = "032051";
    private static final String RIKUZENTAKATA = "032107";
    private static final String KASAMA = "082163";

    @Test
    void row016_and_106_a_project_of_a_fund_lists_who_joined_and_counts_its_donors() {
        town(SAIJO, "/funds/love-saijo", Map.of("name", "LOVE SAIJO 基金"));
        town(SAIJO, "/donation-projects/tanada", Map.of("name", "棚田の再生", "state", "OPEN", "fund", "love-saijo"));
        List<String> people = people(SAIJO, 12);
        people.forEach(
                person -> donate(SAIJO, person, "CROWDFUNDING", 5_000, "tanada").expect(201));
        donate(SAIJO, people.getFirst(), "HOMETOWN_TAX", 10_000, "tanada").expect(201);
        actors().government(SAIJO)
                .post(place(SAIJO, "/donation-projects/tanada/members"), Map.of("supporter", people.get(1)))
                .expect(204);
        JsonNode project = json(actors().government(SAIJO), place(SAIJO, "/donation-projects/tanada"));
        assertThat(project.path("donors").asInt()).isEqualTo(12);
        assertThat(project.path("donations").asInt()).isEqualTo(13);
        assertThat(json(actors().government(SAIJO), place(SAIJO, "/donation-projects/tanada/members"))
                        .path("items")
                        .findValuesAsText("supporter"))
                .containsExactly(people.get(1));
        assertThat(json(actors().government(SAIJO), place(SAIJO, "/funds/love-saijo"))
                        .path("balance")
                        .asInt())
                .isEqualTo(70_000);
        actors().government(UKIHA)
                .get(place(SAIJO, "/donation-projects/tanada/members"))
                .expect(403);
    }

    @Test
    void row107_a_recurring_pledge_is_one_active_supporter_with_n_payments() {
        List<String> pledges = people(HANAMAKI, 12).stream()
                .map(giver -> subscribe(HANAMAKI, giver, "DONATION"))
                .toList();
        for (String pledge : pledges) {
            IntStream.rangeClosed(1, 6)
                    .forEach(month -> pay(HANAMAKI, pledge, month).expect(201));
        }
        pay(HANAMAKI, pledges.getFirst(), 6).expect(200);
        JsonNode list = json(actors().government(HANAMAKI), place(HANAMAKI, "/subscriptions?count=true"));
        assertThat(list.path("count").asInt()).isEqualTo(12);
        assertThat(list.path("items").findValuesAsText("payments")).containsOnly("6");
        classes(HANAMAKI, "nonVisiting", 12);
    }

    @Test
    void row109_a_thousandth_of_what_is_paid_by_card_accrues_exactly_and_kpi_learns_it() {
        run(UKIHA, "ukiha-card", Map.of());
        actors().government(UKIHA)
                .post(
                        Addresses.of(at().registry(), "/v1/schemes/ukiha-card/accrual-rules"),
                        Map.of(
                                "rate",
                                new BigDecimal("0.001"),
                                "operators",
                                List.of("00000000-0000-7000-8000-00000000b001"),
                                "validFrom",
                                TODAY.minusYears(1).toString()))
                .expect(201);
        List<String> numbers = people(UKIHA, 12).stream()
                .map(person -> json(actors().partner(), join("ukiha-card", person))
                        .path("number")
                        .asText())
                .toList();
        pay(numbers.getFirst(), 10_000, "big");
        assertThat(accrued()).isEqualByComparingTo("10");
        List<Map<String, Object>> small = IntStream.range(0, 1000)
                .mapToObj(i -> payment(numbers.get(i % 12), 15, "small-" + i))
                .toList();
        tell(small);
        tell(small);
        assertThat(accrued()).isEqualByComparingTo("25");
        tell(List.of(refund(numbers.getFirst(), 10_000, "back", "big")));
        assertThat(accrued()).isEqualByComparingTo("15");
        JsonNode row = Patience.until(
                found -> found.path("accrued").decimalValue().compareTo(new BigDecimal(15)) == 0,
                () -> json(
                                actors().secretariat(),
                                Addresses.of(at().kpi(), "/v1/feeds/accruals?municipality=%s", UKIHA))
                        .path("items")
                        .path(0));
        assertThat(row.path("amount").asInt()).isEqualTo(15_000);
    }

    @Test
    void row110_a_corporate_donation_stands_to_the_organisation() {
        String company = actors().government(SAIJO)
                .post(
                        Addresses.of(at().registry(), "/v1/supporters"),
                        Map.of(
                                "profile",
                                Map.of("kind", "ORGANIZATION", "nickname", "見本製作所", "email", "mihon@example.jp")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode entry =
                donate(SAIJO, company, "CORPORATE", 1_000_000, null).expect(201).json();
        assertThat(entry.path("supporter").asText()).isEqualTo(company);
        donate(SAIJO, person(SAIJO), "CORPORATE", 1_000_000, null).expect(422);
    }

    @Test
    void row112_a_subscription_of_electricity_is_a_relation_without_visit() {
        people(RIKUZENTAKATA, 12)
                .forEach(person -> pay(RIKUZENTAKATA, subscribe(RIKUZENTAKATA, person, "ELECTRICITY"), 1)
                        .expect(201));
        JsonNode classes = classes(RIKUZENTAKATA, "nonVisiting", 12);
        assertThat(classes.path("visiting").path("value").asInt(-1)).isZero();
    }

    @Test
    void row113_an_owner_is_without_visit_until_one_is_recorded() {
        List<String> owners = people(KASAMA, 12);
        owners.forEach(
                person -> pay(KASAMA, subscribe(KASAMA, person, "OWNERSHIP"), 1).expect(201));
        assertThat(classes(KASAMA, "nonVisiting", 12)
                        .path("visiting")
                        .path("value")
                        .asInt(-1))
                .isZero();
        owners.forEach(person -> record(KASAMA, person, "HOBBY_AND_NATURE"));
        assertThat(classes(KASAMA, "hobbyConsumption", 12)
                        .path("nonVisiting")
                        .path("value")
                        .asInt())
                .isEqualTo(12);
    }
}
