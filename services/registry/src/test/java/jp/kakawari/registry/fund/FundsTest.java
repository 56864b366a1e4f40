package jp.kakawari.registry.fund;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestFunds.TOWN;
import static jp.kakawari.registry.TestFunds.balance;
import static jp.kakawari.registry.TestFunds.entry;
import static jp.kakawari.registry.TestFunds.fund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
