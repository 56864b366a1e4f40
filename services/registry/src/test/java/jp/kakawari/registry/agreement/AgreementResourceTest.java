package jp.kakawari.registry.agreement;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class AgreementResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String IGA = "00000000-0000-7000-8000-000000242161";
    private static final String KASHIWAZAKI = "00000000-0000-7000-8000-000000152056";

    @Test
    void it_binds_nobody_who_has_not_accepted() {
        String agreement = proposed("iga", TODAY.minusDays(1), null);
        as("iga")
                .get(agreement)
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("allowedActions", contains("end"));
        as("kashiwazaki").get(agreement).then().statusCode(200).body("allowedActions", contains("accept", "end"));
        as("hida").get(agreement).then().statusCode(404);
        anonymously().get(agreement).then().statusCode(404);
        as("iga").get(agreement + "/supporter-counts").then().statusCode(403).body("code", equalTo("not-shared"));
        post("hida", agreement + "/acceptance", "{}").then().statusCode(404);
        post("iga", agreement + "/acceptance", "{}").then().statusCode(409).body("allowedActions", contains("end"));
        post("kashiwazaki", agreement + "/acceptance", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"));
        anonymously().get(agreement).then().statusCode(200).body("allowedActions", empty());
    }

    @Test
    void parties_read_each_others_sums_until_it_ends() {
        IntStream.range(0, 12).forEach(number -> register("kashiwazaki", somebody("ag-" + number, "152056")));
        String agreement = proposed("iga", TODAY, TODAY.plusYears(1));
        post("kashiwazaki", agreement + "/acceptance", "{}").then().statusCode(200);
        as("iga")
                .get(agreement + "/supporter-counts")
                .then()
                .statusCode(200)
                .body("items.municipality", contains("152056", "242161"))
                .body("items[0].people", greaterThanOrEqualTo(12))
                .body("items[0].suppressed", equalTo(false))
                .body("items[0].keySet()", hasSize(3));
        as("hida").get(agreement + "/supporter-counts").then().statusCode(403);
        anonymously().get(agreement + "/supporter-counts").then().statusCode(401);
        post("hida", agreement + "/end", "{}").then().statusCode(403);
        post("kashiwazaki", agreement + "/end", "{}").then().statusCode(200).body("state", equalTo("ENDED"));
        as("iga").get(agreement + "/supporter-counts").then().statusCode(403).body("code", equalTo("not-shared"));
        post("iga", agreement + "/end", "{}").then().statusCode(409).body("allowedActions", empty());
    }

    @Test
    void it_opens_on_its_first_day_only() {
        String later = proposed("iga", TODAY.plusDays(5), null);
        post("kashiwazaki", later + "/acceptance", "{}").then().statusCode(200).body("state", equalTo("CONCLUDED"));
        as("iga").get(later + "/supporter-counts").then().statusCode(403);
    }

    @Test
    void everybody_finds_what_is_concluded_by_its_type() {
        String agreement = proposed("iga", TODAY, null);
        String proposal = proposed("iga", TODAY, null);
        post("kashiwazaki", agreement + "/acceptance", "{}").then().statusCode(200);
        String id = agreement.substring(agreement.lastIndexOf('/') + 1);
        String hidden = proposal.substring(proposal.lastIndexOf('/') + 1);
        anonymously()
                .get("/v1/agreements?type=MUTUAL_SUPPORT&limit=200&party=" + KASHIWAZAKI)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.id", not(hasItem(hidden)))
                .body("items.type", everyItem(equalTo("MUTUAL_SUPPORT")));
        as("kashiwazaki").get("/v1/agreements?limit=200").then().body("items.id", hasItem(hidden));
        anonymously().get("/v1/agreements?type=SISTER_CITY").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void nobody_binds_others_without_being_a_party() {
        propose("hida", TODAY, null).then().statusCode(422).body("errors.pointer", hasItem("/parties"));
        propose("iga", TODAY.minusYears(2), TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/validUntil"));
        propose("iga", TODAY.plusDays(9), TODAY.plusDays(8))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/validUntil"));
    }

    private static String proposed(String client, LocalDate from, LocalDate until) {
        return "/v1/agreements/"
                + propose(client, from, until).then().statusCode(201).extract().path("id");
    }

    private static Response propose(String client, LocalDate from, LocalDate until) {
        return post(client, "/v1/agreements", """
                {"type": "MUTUAL_SUPPORT", "name": "相互応援協定", "parties": ["%s", "%s"], "shares": ["SUPPORTER_COUNTS"],
                 "validFrom": "%s", "validUntil": %s}
                """.formatted(
                        IGA, KASHIWAZAKI, from, until == null ? "null" : "\"" + until + "\""));
    }
}
