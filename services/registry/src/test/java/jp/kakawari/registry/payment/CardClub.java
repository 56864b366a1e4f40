package jp.kakawari.registry.payment;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.web.JapanTime;

/** A scheme of 柏崎 whose members pay with a card, as its operator and its town see it. */
record CardClub(String code) {

    static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    static final String OPERATOR = "00000000-0000-7000-8000-00000000b001";

    /** One of its members. */
    record Member(UUID person, String number) {

        /** Yen of the purchases that hold. */
        List<Long> ledger() {
            List<Number> yen = as("kashiwazaki")
                    .get("/v1/municipalities/" + KASHIWAZAKI + "/engagements?status=ATTESTED&limit=200&supporter="
                            + person)
                    .path("items.quantity");
            return yen.stream().map(Number::longValue).toList();
        }
    }

    static CardClub of(String code, String rate) {
        TestSchemes.open("kashiwazaki", code, "決済の会", KASHIWAZAKI);
        CardClub club = new CardClub(code);
        club.rule(rate, TODAY.minusYears(1)).then().statusCode(201).body("version", equalTo(1));
        return club;
    }

    String path() {
        return "/v1/schemes/" + code;
    }

    Response rule(String rate, LocalDate from) {
        return post("kashiwazaki", path() + "/accrual-rules", ruleBody(rate, from));
    }

    static String ruleBody(String rate, LocalDate from) {
        return "{\"rate\": %s, \"operators\": [\"%s\"], \"validFrom\": \"%s\"}".formatted(rate, OPERATOR, from);
    }

    Member join() {
        UUID person = register("sample-partner", somebody("pa-" + UUID.randomUUID(), KASHIWAZAKI));
        String number = post("sample-partner", path() + "/memberships", "{\"supporter\": \"%s\"}".formatted(person))
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        return new Member(person, number);
    }

    static String paid(String transaction, Member member, long yen) {
        return "{\"transaction\": \"%s\", \"memberNumber\": \"%s\", \"amount\": %d, \"paidOn\": \"%s\"}"
                .formatted(transaction, member.number(), yen, TODAY);
    }

    static String refund(String transaction, Member member, long yen, String of) {
        return paid(transaction, member, yen).replace("}", ", \"refunds\": \"" + of + "\"}");
    }

    static String batch(List<String> payments) {
        return "{\"payments\": [" + String.join(",", payments) + "]}";
    }

    /** Its operator tells what was paid. */
    Response tell(List<String> payments) {
        return post("sample-partner", path() + "/payment-batches", batch(payments));
    }

    Response payOut() {
        return post("sample-partner", path() + "/payouts", "{\"municipality\": \"%s\"}".formatted(KASHIWAZAKI));
    }

    BigDecimal accrued() {
        return as("kashiwazaki")
                .get(path() + "/accruals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .getObject("items[0].accrued", BigDecimal.class);
    }
}
