package jp.kakawari.registry.subscription;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestFunds.TODAY;
import static jp.kakawari.registry.TestFunds.TOWN;
import static jp.kakawari.registry.TestFunds.person;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static jp.kakawari.registry.TestTies.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SubscriptionsTest {

    @Inject
    DataSource database;

    @Test
    void row107_and_112_who_goes_on_supporting_is_one_supporter_with_many_payments() {
        UUID supporter = person();
        String body = electricity(supporter, TODAY.minusMonths(3));
        Response begun = post("kashiwazaki", TOWN + "/subscriptions", body);
        String id = begun.then()
                .statusCode(201)
                .body("allowedActions", contains("pay", "end"))
                .extract()
                .path("id");
        post("kashiwazaki", TOWN + "/subscriptions", body)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        post("kashiwazaki", TOWN + "/subscriptions", body.replace("3000", "4000"))
                .then()
                .statusCode(409);
        for (int month = 2; month >= 0; month--) {
            pay(id, TODAY.minusMonths(month), id + month).then().statusCode(201);
        }
        pay(id, TODAY, id + 0)
                .then()
                .statusCode(200)
                .body("payments", equalTo(3))
                .body("paid", equalTo(9_000));
        as("kashiwazaki")
                .get(TOWN + "/subscriptions?count=true&supporter=" + supporter)
                .then()
                .body("count", equalTo(1))
                .body("items[0].payments", equalTo(3));
        List<String> classes = as("kashiwazaki")
                .get(TOWN + "/engagements?supporter=" + supporter)
                .path("items.relationClass");
        assertThat(classes).containsExactly("NON_VISITING", "NON_VISITING", "NON_VISITING");
        pay(id, TODAY.minusMonths(4), id + "early").then().statusCode(422).body("errors.pointer", contains("/paidOn"));
        post("kashiwazaki", TOWN + "/subscriptions/" + id + "/end", "{\"endedOn\": \"" + TODAY.minusDays(1) + "\"}")
                .then()
                .statusCode(200)
                .body("allowedActions", empty());
        post("kashiwazaki", TOWN + "/subscriptions/" + id + "/end", "{}").then().statusCode(409);
        pay(id, TODAY, id + "late").then().statusCode(409).body("code", equalTo("subscription-over"));
        as("kashiwazaki")
                .get(TOWN + "/subscriptions/" + id)
                .then()
                .statusCode(200)
                .body("payments", equalTo(3));
    }

    @Test
    void no_payment_takes_up_a_tie_that_the_person_ended() throws Exception {
        UUID supporter = person();
        String body = electricity(supporter, TODAY);
        String id = post("kashiwazaki", TOWN + "/subscriptions", body).path("id");
        pay(id, TODAY, id + "first").then().statusCode(201);
        endedByThePerson(database, supporter);
        pay(id, TODAY, id + "next").then().statusCode(409).body("code", equalTo("tie-over"));
        pay(id, TODAY, id + "first").then().statusCode(200).body("payments", equalTo(1));
        post("kashiwazaki", TOWN + "/subscriptions", body)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        as("kashiwazaki")
                .get(TOWN + "/subscriptions?count=true&supporter=" + supporter)
                .then()
                .body("items", empty())
                .body("count", equalTo(0));
        assertThat(standing(database, supporter)).isZero();
    }

    private static String electricity(UUID supporter, LocalDate from) {
        return """
                {"supporter": "%s", "kind": "ELECTRICITY", "yen": 3000, "every": "MONTH", "startedOn": "%s",
                 "sourceTransaction": "%s"}""".formatted(supporter, from, UUID.randomUUID());
    }

    private static Response pay(String id, LocalDate day, String number) {
        return post(
                "kashiwazaki",
                TOWN + "/subscriptions/" + id + "/payments",
                "{\"paidOn\": \"%s\", \"sourceTransaction\": \"%s\"}".formatted(day, number));
    }
}
