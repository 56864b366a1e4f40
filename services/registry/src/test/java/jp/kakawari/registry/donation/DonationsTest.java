package jp.kakawari.registry.donation;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class DonationsTest {

    private static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;
    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

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
    void row107_and_112_who_goes_on_supporting_is_one_supporter_with_many_payments() {
        UUID supporter = person();
        String body = """
                {"supporter": "%s", "kind": "ELECTRICITY", "yen": 3000, "every": "MONTH", "startedOn": "%s",
                 "sourceTransaction": "%s"}""".formatted(supporter, TODAY.minusMonths(3), UUID.randomUUID());
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
    void no_payment_takes_up_a_tie_that_the_person_ended() throws Exception {
        UUID supporter = person();
        String body = """
                {"supporter": "%s", "kind": "ELECTRICITY", "yen": 3000, "every": "MONTH", "startedOn": "%s",
                 "sourceTransaction": "%s"}""".formatted(supporter, TODAY, UUID.randomUUID());
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

    private static UUID person() {
        return register("sample-partner", somebody("do-" + UUID.randomUUID(), KASHIWAZAKI));
    }

    private static String fund() {
        String code = "fund-" + UUID.randomUUID().toString().substring(0, 8);
        as("kashiwazaki")
                .body("{\"name\": \"基金\"}")
                .put(TOWN + "/funds/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    private static String project(String fund) {
        String code = "project-" + UUID.randomUUID().toString().substring(0, 8);
        as("kashiwazaki")
                .body("{\"name\": \"棚田\", \"state\": \"OPEN\"%s}"
                        .formatted(fund == null ? "" : ", \"fund\": \"" + fund + "\""))
                .put(TOWN + "/donation-projects/" + code)
                .then()
                .statusCode(200);
        return code;
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

    private static final AtomicInteger ENTRIES = new AtomicInteger();

    private static Response entry(String fund, String direction, int yen, String project) {
        return post(
                "kashiwazaki",
                TOWN + "/funds/" + fund + "/entries",
                "{\"direction\": \"%s\", \"yen\": %d, \"bookedOn\": \"%s\", \"sourceTransaction\": \"%d\"%s}"
                        .formatted(
                                direction,
                                yen,
                                TODAY,
                                ENTRIES.incrementAndGet(),
                                project == null ? "" : ", \"project\": \"" + project + "\""));
    }

    private static Response pay(String id, LocalDate day, String number) {
        return post(
                "kashiwazaki",
                TOWN + "/subscriptions/" + id + "/payments",
                "{\"paidOn\": \"%s\", \"sourceTransaction\": \"%s\"}".formatted(day, number));
    }

    private static void balance(String fund, int yen) {
        as("kashiwazaki").get(TOWN + "/funds/" + fund).then().statusCode(200).body("balance", equalTo(yen));
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
