package jp.kakawari.registry.fund;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestFunds.TOWN;
import static jp.kakawari.registry.TestFunds.balance;
import static jp.kakawari.registry.TestFunds.entry;
import static jp.kakawari.registry.TestFunds.fund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class FundsTest {

    @Test
    void no_more_goes_out_of_a_fund_than_is_there_however_many_spend_at_once() throws Exception {
        String fund = fund();
        entry(fund, "IN", 1_000, null).then().statusCode(201);
        assertThat(atOnce(5, () -> entry(fund, "OUT", 600, null))).containsExactly(201, 409, 409, 409, 409);
        balance(fund, 400);
        as("kashiwazaki")
                .get(TOWN + "/funds/" + fund + "/entries?count=true")
                .then()
                .body("items.direction", contains("IN", "OUT"))
                .body("count", equalTo(2));
    }

    @Test
    void what_was_booked_by_mistake_is_taken_back_by_a_counter_entry_that_says_why() throws Exception {
        String fund = fund();
        String entries = TOWN + "/funds/" + fund + "/entries";
        entry(fund, "IN", 1_000, null).then().statusCode(201);
        String mistaken = entry(fund, "OUT", 600, null).path("id");
        assertThat(atOnce(4, () -> takeBack(entries, mistaken))).containsExactly(201, 409, 409, 409);
        as("kashiwazaki")
                .get(TOWN + "/funds/" + fund)
                .then()
                .body("in", equalTo(1_000))
                .body("out", equalTo(0))
                .body("balance", equalTo(1_000));
        as("kashiwazaki")
                .get(entries)
                .then()
                .body("items.yen", contains(1_000, 600, -600))
                .body(
                        "items[1].takenBackBy",
                        equalTo(as("kashiwazaki").get(entries).path("items[2].id")))
                .body("items[2].takesBack", equalTo(mistaken))
                .body("items[2].reason", equalTo("金額の誤り"))
                .body("items.allowedActions.flatten()", contains("take-back"));
        takeBack(entries, as("kashiwazaki").get(entries).path("items[2].id"))
                .then()
                .statusCode(409)
                .body("code", equalTo("fund-entry-taken-back"));
        entry(fund, "OUT", 1_000, null).then().statusCode(201);
        takeBack(entries, as("kashiwazaki").get(entries).path("items[0].id"))
                .then()
                .statusCode(201);
        balance(fund, -1_000);
        entry(fund, "OUT", 1, null).then().statusCode(409);
    }

    @Test
    void an_entry_is_taken_back_for_a_reason_in_its_own_fund() {
        String fund = fund();
        String entries = TOWN + "/funds/" + fund + "/entries";
        String booked = entry(fund, "IN", 1_000, null).path("id");
        post("kashiwazaki", entries + "/" + booked + "/withdrawal", "{\"reason\": \" \"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        takeBack(TOWN + "/funds/" + fund() + "/entries", booked).then().statusCode(404);
        post("iga", entries + "/" + booked + "/withdrawal", "{\"reason\": \"誤り\"}")
                .then()
                .statusCode(403);
        balance(fund, 1_000);
    }

    private static Response takeBack(String entries, String entry) {
        return post("kashiwazaki", entries + "/" + entry + "/withdrawal", "{\"reason\": \"金額の誤り\"}");
    }

    @Test
    void a_fund_is_changed_by_who_knows_its_revision() {
        String fund = fund();
        as("kashiwazaki")
                .body("{\"name\": \"y\"}")
                .put(TOWN + "/funds/" + fund)
                .then()
                .statusCode(428);
        as("kashiwazaki")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"y\"}")
                .put(TOWN + "/funds/" + fund)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        as("kashiwazaki").get(TOWN + "/funds?limit=1").then().statusCode(200);
        as("iga").get(TOWN + "/funds/" + fund).then().statusCode(403);
    }
}
