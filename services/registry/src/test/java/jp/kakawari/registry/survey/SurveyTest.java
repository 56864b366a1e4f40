package jp.kakawari.registry.survey;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SurveyTest {

    private static final String SURVEYS = "/v1/municipalities/" + KASHIWAZAKI + "/surveys";

    private final Mailbox mailbox = Parts.shared().mailbox();

    @Test
    void everybody_answers_once_and_few_answers_are_told_to_nobody() throws Exception {
        String skill = "su" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String domain = "@" + UUID.randomUUID() + ".example";
        for (int number = 1; number <= 12; number++) {
            register("kashiwazaki", """
                    {"profile": {"nickname": "見本", "email": "r%d%s", "skills": ["%s"]},
                     "ties": [{"municipality": "152056", "mailConsent": true}]}""".formatted(number, domain, skill));
        }
        String survey = SURVEYS + "/"
                + post("kashiwazaki", SURVEYS, survey(skill))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post("kashiwazaki", survey + "/sending", "{}").then().statusCode(200);
        await(() -> mailbox.addressesEnding(domain).size() == 12);

        String first = link("r1" + domain);
        anonymously().get(first).then().statusCode(200).body("questions[0].code", equalTo("visit"));
        given().accept("text/html").get(first).then().statusCode(200).body(containsString("<fieldset>"));
        for (String wrong :
                List.of("{\"visit\": [\"たぶん\"]}", "{\"visit\": [\"はい\", \"いいえ\"]}", "{\"other\": [\"はい\"]}")) {
            anonymously()
                    .body("{\"choices\": " + wrong + "}")
                    .post(first)
                    .then()
                    .statusCode(422);
        }
        String yes = "{\"choices\": {\"visit\": [\"はい\"], \"how\": [\"列車\", \"車\"]}}";
        assertThat(atOnce(6, () -> anonymously().body(yes).post(first))).containsExactly(204, 409, 409, 409, 409, 409);
        for (int number = 2; number <= 9; number++) {
            given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("visit", "いいえ")
                    .post(link("r" + number + domain) + "/form")
                    .then()
                    .statusCode(200);
        }
        as("kashiwazaki").get(survey).then().body("answered", equalTo(9)).body("results", nullValue());
        anonymously().body(yes).post(link("r10" + domain)).then().statusCode(204);
        await(() -> "SENT".equals(as("kashiwazaki").get(survey).path("campaign.state")));
        as("kashiwazaki").get(survey).then().body("answered", equalTo(10)).body("results", nullValue());
        JsonPath read = post("kashiwazaki", survey + "/closure", "{}").jsonPath();
        assertThat(read.getString("responseRate")).isEqualTo("0.83");
        assertThat(read.getList("results[0].choices.count")).containsExactly(null, null);
        assertThat(read.getList("results[1].choices.count")).containsExactly(null, null, null);
        assertThat(read.getList("allowedActions")).isEmpty();
        anonymously()
                .body(yes)
                .post(link("r11" + domain))
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-closed"));
        as("hida").get(survey).then().statusCode(403);
        anonymously().get("/v1/survey-answers/nobody").then().statusCode(404);
    }

    @Test
    void what_cannot_be_asked_names_the_place() {
        String twice = survey("none").replace("\"how\"", "\"visit\"");
        post("kashiwazaki", SURVEYS, twice)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/questions/1/code"));
        post("kashiwazaki", SURVEYS, survey("none").replace("\"いいえ\"", "\"はい\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/questions/0/choices"));
    }

    private static String survey(String skill) {
        return """
                {"letter": {"subject": "アンケート", "body": "お聞かせください。", "segment": {"skill": "%s"}},
                 "questions": [
                   {"code": "visit", "text": "また来ますか", "multiple": false, "choices": ["はい", "いいえ"]},
                   {"code": "how", "text": "何で来ますか", "multiple": true, "choices": ["列車", "車", "船"]}]}
                """.formatted(skill);
    }

    private String link(String reader) {
        String line = mailbox.to(reader)
                .getFirst()
                .text()
                .lines()
                .filter(text -> text.contains("/v1/survey-answers/"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf("/v1/")).strip();
    }
}
