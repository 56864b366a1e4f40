package jp.kakawari.registry.survey;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.survey.TestSurveys.SURVEYS;
import static jp.kakawari.registry.survey.TestSurveys.asked;
import static jp.kakawari.registry.survey.TestSurveys.campaign;
import static jp.kakawari.registry.survey.TestSurveys.draft;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

/** What is closed asks nobody any more, and says so (アンケートの締切). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class CloseSurveyTest {

    @Inject
    Traces traces;

    @Inject
    TestSurveys surveys;

    @Test
    void a_draft_whose_last_day_is_over_is_not_sent_any_more() throws SQLException {
        String survey = SURVEYS + "/" + draft("2099-01-31");
        surveys.closesOn(survey, "2026-01-31");
        String item = "items.find { it.id == '%s' }".formatted(survey.substring(SURVEYS.length() + 1));
        as("kashiwazaki").get(SURVEYS).then().body(item + ".allowedActions", empty());
        post("kashiwazaki", survey + "/sending", "{}").then().statusCode(409).body("code", equalTo("survey-closed"));
        as("kashiwazaki")
                .get(survey)
                .then()
                .body("allowedActions", empty())
                .body("closedAt", notNullValue())
                .body("campaign.state", equalTo("CANCELLED"));
        as("kashiwazaki").get(SURVEYS).then().body(item + ".closedAt", notNullValue());
        post("kashiwazaki", survey + "/sending", "{}").then().statusCode(409).body("code", equalTo("survey-closed"));
    }

    @Test
    void closing_it_stops_letters_that_are_not_out() throws SQLException {
        String survey = SURVEYS + "/" + draft(null);
        String campaign = campaign(survey);
        String letter = "/v1/municipalities/" + KASHIWAZAKI + "/campaigns/" + campaign;
        post("kashiwazaki", letter + "/schedule", "{\"sendAt\": \"2099-01-01T09:00:00+09:00\"}")
                .then()
                .statusCode(200);
        surveys.letters(survey, 3);
        traces.execute("""
                insert into campaign_delivery (campaign, supporter, municipality, capped, state)
                select '%s', gen_random_uuid(), '%s', true, 'WAITING' from generate_series(1, 5)
                """.formatted(campaign, KASHIWAZAKI));
        post("kashiwazaki", survey + "/closure", "{}")
                .then()
                .statusCode(200)
                .body("closedAt", notNullValue())
                .body("allowedActions", empty())
                .body("campaign.state", equalTo("CANCELLED"))
                .body("campaign.deliveries.sent", equalTo(3))
                .body("campaign.deliveries.waiting", equalTo(0));
    }

    @Test
    void what_was_cancelled_before_a_letter_went_out_is_neither_sent_nor_closed() throws SQLException {
        String survey = SURVEYS + "/" + draft(null);
        String letter = "/v1/municipalities/" + KASHIWAZAKI + "/campaigns/" + campaign(survey);
        post("kashiwazaki", letter + "/cancellation", "{}").then().statusCode(200);
        as("kashiwazaki").get(survey).then().body("allowedActions", empty());
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(409).body("code", equalTo("survey-not-sent"));
        surveys.letters(survey, 1);
        as("kashiwazaki").get(survey).then().body("closedAt", nullValue()).body("allowedActions", contains("close"));
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(200);
    }

    @Test
    void who_follows_the_link_afterwards_reads_that_it_is_closed() throws SQLException {
        String survey = asked("2099-01-31");
        String link = "/v1/survey-answers/" + surveys.letters(survey, 1).getFirst();
        anonymously().get(link).then().body("open", equalTo(true)).body("closedAt", nullValue());
        page(link).body(containsString("<form"));
        surveys.closesOn(survey, "2026-01-31");
        anonymously().get(link).then().body("open", equalTo(false)).body("closedAt", nullValue());
        page(link).body(containsString("締め切りました")).body(not(containsString("<form")));
        surveys.closesOn(survey, "2099-01-31");
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(200);
        anonymously().get(link).then().body("open", equalTo(false)).body("closedAt", notNullValue());
        page(link).body(containsString("締め切りました")).body(not(containsString("<form")));
        anonymously()
                .body("{\"choices\": {\"visit\": [\"はい\"]}}")
                .post(link)
                .then()
                .statusCode(409)
                .body("detail", equalTo("このアンケートは回答の受付を終了しています。"));
    }

    private static ValidatableResponse page(String link) {
        return given().accept("text/html").get(link).then().statusCode(200);
    }

    @Test
    void what_was_never_sent_is_not_closed() {
        String survey = SURVEYS + "/" + draft(null);
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(409).body("code", equalTo("survey-not-sent"));
        as("kashiwazaki").get(survey).then().body("allowedActions", contains("send"));
        post("hida", survey + "/closure", "{}").then().statusCode(403);
    }
}
