package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;

/** What the journeys of the ledger ask for. */
final class LedgerCalls {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String UKIHA = "402257";

    private LedgerCalls() {}

    static JsonNode json(Client client, URI place) {
        return client.get(place).expect(200).json();
    }

    static URI place(String town, String rest) {
        return URI.create(Addresses.of(at().registry(), "/v1/municipalities/%s", town) + rest);
    }

    static void town(String town, String rest, Map<String, Object> body) {
        actors().government(town).put(place(town, rest), body).expect(200);
    }

    static void run(String town, String code, Map<String, Object> policy) {
        Map<String, Object> whole =
                new HashMap<>(Map.of("tiers", List.of(Map.of("code", "regular", "name", "一般")), "joining", Map.of()));
        whole.putAll(policy);
        actors().government(town)
                .put(
                        Addresses.of(at().registry(), "/v1/schemes/%s", code),
                        Map.of("state", "OPEN", "name", code, "municipalities", List.of(town), "policy", whole))
                .expect(200);
    }

    static URI join(String code, String person) {
        String id = actors().partner()
                .post(Addresses.of(at().registry(), "/v1/schemes/%s/memberships", code), Map.of("supporter", person))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return Addresses.of(at().registry(), "/v1/schemes/%s/memberships/%s", code, id);
    }

    static List<String> people(String town, int count) {
        return IntStream.range(0, count).mapToObj(i -> person(town)).toList();
    }

    static String person(String town) {
        return register(town, "web");
    }

    static String register(String town, String channel) {
        String name = "lid-" + UUID.randomUUID();
        return actors().partner()
                .post(
                        Addresses.of(at().registry(), "/v1/supporters"),
                        Map.of(
                                "profile",
                                Map.of("nickname", name, "email", name + "@example.jp", "prefecture", "13"),
                                "channel",
                                channel,
                                "ties",
                                List.of(Map.of(
                                        "municipality", town, "origins", List.of("FESTIVAL"), "mailConsent", false))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    static void record(String town, String person, String activity) {
        SchemeCalls.engage(town, person, activity, 0);
    }

    static Answer donate(String town, String person, String type, int yen, String project) {
        Map<String, Object> donation = new HashMap<>(Map.of(
                "supporter",
                person,
                "type",
                type,
                "yen",
                yen,
                "donatedOn",
                TODAY.toString(),
                "sourceTransaction",
                UUID.randomUUID().toString()));
        if (project != null) {
            donation.put("project", project);
        }
        return actors().government(town).post(place(town, "/donations"), donation);
    }

    static String subscribe(String town, String person, String kind) {
        return actors().government(town)
                .post(
                        place(town, "/subscriptions"),
                        Map.of(
                                "supporter",
                                person,
                                "kind",
                                kind,
                                "yen",
                                1_000,
                                "every",
                                "MONTH",
                                "startedOn",
                                TODAY.minusYears(1).toString(),
                                "sourceTransaction",
                                UUID.randomUUID().toString()))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    static Answer pay(String town, String subscription, int month) {
        return actors().government(town)
                .post(
                        place(town, "/subscriptions/" + subscription + "/payments"),
                        Map.of(
                                "paidOn",
                                TODAY.minusDays(month).toString(),
                                "sourceTransaction",
                                subscription + "-" + month));
    }

    static JsonNode classes(String town, String name, int expected) {
        return Patience.until(
                found -> found.path(name).path("value").asInt() == expected,
                () -> Kpi.row("level=municipality&municipality=" + town).path("classes"));
    }

    static Map<String, Object> payment(String number, int yen, String transaction) {
        return Map.of("transaction", transaction, "memberNumber", number, "amount", yen, "paidOn", TODAY.toString());
    }

    static Map<String, Object> refund(String number, int yen, String transaction, String of) {
        Map<String, Object> refund = new HashMap<>(payment(number, yen, transaction));
        refund.put("refunds", of);
        return refund;
    }

    static void pay(String number, int yen, String transaction) {
        tell(List.of(payment(number, yen, transaction)));
    }

    static void tell(List<Map<String, Object>> payments) {
        JsonNode report = actors().partner()
                .post(
                        Addresses.of(at().registry(), "/v1/schemes/ukiha-card/payment-batches"),
                        Map.of("payments", payments))
                .expect(200)
                .json();
        assertThat(report.path("rejected")).isEmpty();
    }

    static BigDecimal accrued() {
        return new BigDecimal(
                json(actors().government(UKIHA), Addresses.of(at().registry(), "/v1/schemes/ukiha-card/accruals"))
                        .path("items")
                        .path(0)
                        .path("accrued")
                        .asText());
    }
}
