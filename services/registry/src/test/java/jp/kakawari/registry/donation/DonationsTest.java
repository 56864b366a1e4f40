package jp.kakawari.registry.donation;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestFunds.TODAY;
import static jp.kakawari.registry.TestFunds.TOWN;
import static jp.kakawari.registry.TestFunds.balance;
import static jp.kakawari.registry.TestFunds.entry;
import static jp.kakawari.registry.TestFunds.fund;
import static jp.kakawari.registry.TestFunds.person;
import static jp.kakawari.registry.TestFunds.project;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static jp.kakawari.registry.TestTies.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class DonationsTest {

    @Inject
    DataSource database;

    @Test
    void row016_and_106_a_project_of_a_fund_counts_its_donors_and_lists_who_works_along() {
        String fund = fund();
        String project = project(fund);
        UUID giver = person();
        donate(giver, "HOMETOWN_TAX", 10_000, project)
                .then()
                .statusCode(201)
                .body("activity", equalTo("HOMETOWN_TAX_DONATION"));
        String second = donate(giver, "CROWDFUNDING", 5_000, project).path("id");
        donate(person(), "CROWDFUNDING", 1_000, project).then().statusCode(201);
        join(project, giver).then().statusCode(204);
        join(project, giver).then().statusCode(204);
        assertProject(project, 2, 3, 16_000, 1);
        as("kashiwazaki")
                .get(TOWN + "/donation-projects/" + project + "/members?count=true")
                .then()
                .body("items.supporter", contains(giver.toString()))
                .body("count", equalTo(1));
        as("kashiwazaki")
                .get(TOWN + "/donation-projects?count=true&fund=" + fund)
                .then()
                .body("items.code", contains(project))
                .body("count", equalTo(1));
        balance(fund, 16_000);
        entry(fund, "OUT", 6_000, project).then().statusCode(201);
        entry(fund, "OUT", 10_001, project).then().statusCode(409).body("code", equalTo("fund-spent"));
        balance(fund, 10_000);
        patching("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"status\": \"REJECTED\"}")
                .patch(TOWN + "/engagements/" + second)
                .then()
                .statusCode(200);
        assertProject(project, 2, 2, 11_000, 1);
        balance(fund, 5_000);
        post("kashiwazaki", TOWN + "/donation-projects/" + project + "/members/" + giver + "/departure", "{}")
                .then()
                .statusCode(204);
        post("kashiwazaki", TOWN + "/donation-projects/" + project + "/members/" + giver + "/departure", "{}")
                .then()
                .statusCode(404);
        as("kashiwazaki")
                .get(TOWN + "/donation-projects/" + project + "/members")
                .then()
                .body("items", empty());
    }

    @Test
    void a_donation_told_again_is_one_and_told_otherwise_is_refused() {
        String project = project(null);
        UUID giver = person();
        String number = UUID.randomUUID().toString();
        String told = donation(giver, "CROWDFUNDING", 500, project, number);
        post("kashiwazaki", TOWN + "/donations", told).then().statusCode(201);
        post("kashiwazaki", TOWN + "/donations", told).then().statusCode(200);
        post("kashiwazaki", TOWN + "/donations", told.replace("500", "501"))
                .then()
                .statusCode(409);
        post("kashiwazaki", TOWN + "/donations", donation(giver, "CROWDFUNDING", 500, project(null), number))
                .then()
                .statusCode(409)
                .body("code", equalTo("transaction-differs"));
        assertProject(project, 1, 1, 500, 0);
    }

    @Test
    void row110_a_corporate_donation_stands_to_the_company() {
        UUID company = register("kashiwazaki", """
                {"profile": {"kind": "ORGANIZATION", "nickname": "かかわり商会%s", "email": "corp@example.jp"}}""".formatted(UUID.randomUUID()));
        donate(company, "CORPORATE", 1_000_000, null)
                .then()
                .statusCode(201)
                .body("supporter", equalTo(company.toString()));
        donate(person(), "CORPORATE", 1_000_000, null).then().statusCode(422).body("errors.pointer", contains("/type"));
        donate(company, "HOMETOWN_TAX", 1_000, null).then().statusCode(422).body("errors.pointer", contains("/type"));
    }

    @Test
    void a_project_stays_with_its_fund_once_somebody_gave_to_it() {
        String project = project(fund());
        String other = fund();
        restate(project, "OPEN", other).then().statusCode(200);
        donate(person(), "CROWDFUNDING", 500, project).then().statusCode(201);
        restate(project, "OPEN", fund()).then().statusCode(409).body("code", equalTo("fund-kept"));
        restate(project, "CLOSED", other).then().statusCode(200);
        balance(other, 500);
    }

    @Test
    void what_was_told_is_known_whatever_became_of_project_and_tie() throws Exception {
        String project = project(null);
        UUID giver = person();
        String told =
                donation(giver, "CROWDFUNDING", 700, project, UUID.randomUUID().toString());
        post("kashiwazaki", TOWN + "/donations", told).then().statusCode(201);
        restate(project, "CLOSED", null).then().statusCode(200);
        endedByThePerson(database, giver);
        post("kashiwazaki", TOWN + "/donations", told).then().statusCode(200);
        post("kashiwazaki", TOWN + "/donations", told.replace("700", "701"))
                .then()
                .statusCode(409);
        donate(giver, "CROWDFUNDING", 700, null).then().statusCode(422).body("errors.pointer", contains("/supporter"));
        assertThat(standing(database, giver)).isZero();
    }

    @Test
    void each_flaw_is_named_by_its_place() {
        donate(person(), "CROWDFUNDING", 1, "nothing")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/project"));
        donate(UUID.randomUUID(), "CROWDFUNDING", 1, null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/supporter"));
        donate(person(), "CROWDFUNDING", 0, null).then().statusCode(422).body("errors.pointer", hasItem("/yen"));
        as("kashiwazaki")
                .body("{\"name\": \"x\", \"state\": \"OPEN\", \"fund\": \"nothing\"}")
                .put(TOWN + "/donation-projects/flaw")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/fund"));
    }

    private static Response restate(String project, String state, String fund) {
        return as("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"name\": \"棚田\", \"state\": \"%s\"%s}"
                        .formatted(state, fund == null ? "" : ", \"fund\": \"" + fund + "\""))
                .put(TOWN + "/donation-projects/" + project);
    }

    private static String donation(UUID supporter, String type, int yen, String project, String number) {
        return "{\"supporter\": \"%s\", \"type\": \"%s\", \"yen\": %d, \"donatedOn\": \"%s\", \"sourceTransaction\": \"%s\"%s}"
                .formatted(
                        supporter,
                        type,
                        yen,
                        TODAY,
                        number,
                        project == null ? "" : ", \"project\": \"" + project + "\"");
    }

    private static Response donate(UUID supporter, String type, int yen, String project) {
        return post(
                "kashiwazaki",
                TOWN + "/donations",
                donation(supporter, type, yen, project, UUID.randomUUID().toString()));
    }

    private static Response join(String project, UUID supporter) {
        return post(
                "kashiwazaki",
                TOWN + "/donation-projects/" + project + "/members",
                "{\"supporter\": \"%s\"}".formatted(supporter));
    }

    private static void assertProject(String project, int donors, int donations, int raised, int members) {
        as("kashiwazaki")
                .get(TOWN + "/donation-projects/" + project)
                .then()
                .statusCode(200)
                .body("donors", equalTo(donors))
                .body("donations", equalTo(donations))
                .body("raised", equalTo(raised))
                .body("members", equalTo(members));
    }
}
