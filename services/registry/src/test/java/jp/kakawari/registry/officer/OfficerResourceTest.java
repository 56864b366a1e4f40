package jp.kakawari.registry.officer;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OfficerResourceTest {

    private static final String IGA = "242161";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Inject
    Traces traces;

    @Test
    void a_municipality_has_one_cko_at_a_time_and_all_of_them_stay_as_history() throws Exception {
        assertThat(atOnce(4, () -> appoint("iga", IGA, cko("2026-04-01", null))))
                .containsExactly(201, 409, 409, 409);
        String first = as("iga").get(path(IGA) + "?role=CKO").path("items[0].id");
        appoint("iga", IGA, cko("2026-05-01", "2026-05-31"))
                .then()
                .statusCode(409)
                .body("code", equalTo("office-held"));
        appoint("iga", IGA, cko("2024-04-01", "2026-03-31")).then().statusCode(201);
        change("iga", IGA, first, "{\"termUntil\": \"2026-06-30\"}").then().statusCode(200);
        appoint("iga", IGA, cko("2026-07-01", null)).then().statusCode(201);
        change("iga", IGA, first, "{\"termUntil\": null}").then().statusCode(412);
        patching("iga")
                .header("If-Match", "\"2\"")
                .body("{\"termUntil\": null}")
                .patch(path(IGA) + "/" + first)
                .then()
                .statusCode(409);
        assertThat(as("iga").get(path(IGA) + "?role=CKO&count=true").<Integer>path("count"))
                .isEqualTo(3);
        anonymously()
                .get("/v1/officers?role=CKO&state=ACTIVE&municipality=" + IGA)
                .then()
                .body("items.termFrom", contains("2026-07-01"));
    }

    @Test
    void an_ambassador_is_one_until_the_last_day_of_the_term() {
        appoint("kashiwazaki", KASHIWAZAKI, officer("AMBASSADOR", TODAY.minusYears(1), TODAY))
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"));
        appoint("kashiwazaki", KASHIWAZAKI, officer("AMBASSADOR", TODAY.minusYears(1), TODAY.minusDays(1)))
                .then()
                .statusCode(201)
                .body("state", equalTo("EXPIRED"));
        appoint("kashiwazaki", KASHIWAZAKI, officer("AMBASSADOR", TODAY.plusDays(1), null))
                .then()
                .body("state", equalTo("PLANNED"));
        for (String state : new String[] {"ACTIVE", "EXPIRED", "PLANNED"}) {
            anonymously()
                    .get("/v1/officers?role=AMBASSADOR&count=true&state=" + state + "&municipality=" + KASHIWAZAKI)
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(1))
                    .body("items.state", contains(state));
        }
    }

    @Test
    void coordinators_are_found_by_their_training() {
        String trained = appoint("kosuge", "194425", officer("COORDINATOR", TODAY.minusYears(1), null))
                .path("id");
        String untrained = appoint("kosuge", "194425", officer("COORDINATOR", TODAY.minusYears(1), null))
                .path("id");
        change("kosuge", "194425", trained, """
                        {"training": "関係案内人養成研修", "trainingCompletedOn": "2026-06-30"}""").then().statusCode(200);
        anonymously()
                .get("/v1/officers?role=COORDINATOR&trained=true&municipality=194425")
                .then()
                .body("items.id", contains(trained));
        anonymously()
                .get("/v1/officers?role=COORDINATOR&trained=false&municipality=194425")
                .then()
                .body("items.id", contains(untrained));
        change("kosuge", "194425", untrained, "{\"trainingCompletedOn\": \"2999-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/trainingCompletedOn"));
        change("kosuge", "194425", untrained, "{\"role\": \"GUIDE\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/role"));
    }

    @Test
    void a_name_is_public_with_consent_only() throws SQLException {
        String id = appoint("minamioguni", "434230", """
                        {"role": "GUIDE", "name": "案内 一郎", "termFrom": "2026-04-01"}""").path("id");
        anonymously().get("/v1/officers/" + id).then().statusCode(200).body("name", nullValue());
        assertThat(traces.rows()).noneMatch(row -> row.contains("案内 一郎"));
        as("secretariat").get(path("434230")).then().statusCode(200).body("items.name", hasItem("案内 一郎"));
        assertThat(traces.query("select purpose from personal_read where supporter = '" + id + "'"))
                .containsExactly("OFFICER_LIST");
        as("hida").get(path("434230")).then().statusCode(403);
        as("hida").get("/v1/officers/" + id).then().statusCode(200).body("name", nullValue());
        as("minamioguni").get("/v1/officers/" + id).then().body("name", equalTo("案内 一郎"));
        as("secretariat").get("/v1/officers/" + id).then().body("name", equalTo("案内 一郎"));
        assertThat(traces.query("select purpose from personal_read where supporter = '" + id + "'"))
                .hasSize(3);
        change("minamioguni", "434230", id, "{\"published\": true}").then().statusCode(200);
        anonymously().get("/v1/officers/" + id).then().body("name", equalTo("案内 一郎"));
        patching("minamioguni")
                .header("If-Match", "\"2\"")
                .body("{\"name\": null, \"published\": false}")
                .patch(path("434230") + "/" + id)
                .then()
                .statusCode(200);
        as("minamioguni").get(path("434230")).then().body("items.name", not(hasItem("案内 一郎")));
    }

    @Test
    void others_appoint_nobody_and_what_breaks_a_rule_is_named() {
        appoint("hida", IGA, cko("2026-04-01", null)).then().statusCode(403);
        appoint("secretariat", IGA, cko("2026-04-01", null)).then().statusCode(403);
        appoint("iga", IGA, officer("GUIDE", TODAY, TODAY.minusDays(1)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/termUntil"));
        appoint("iga", IGA, "{\"role\": \"GUIDE\", \"termFrom\": \"2026-04-01\", \"published\": true}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/published"));
    }

    private static String path(String municipality) {
        return "/v1/municipalities/" + municipality + "/officers";
    }

    private static Response appoint(String client, String municipality, String body) {
        return post(client, path(municipality), body);
    }

    private static Response change(String client, String municipality, String id, String patch) {
        return patching(client).header("If-Match", "\"1\"").body(patch).patch(path(municipality) + "/" + id);
    }

    private static String cko(String from, String until) {
        return officer("CKO", LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private static String officer(String role, LocalDate from, LocalDate until) {
        return """
                {"role": "%s", "name": "見本 花子", "termFrom": "%s"%s}
                """.formatted(role, from, until == null ? "" : ", \"termUntil\": \"" + until + "\"");
    }
}
