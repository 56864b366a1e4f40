package jp.kakawari.registry.survey;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.not;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.mail.LinkToken;

/** Surveys of Kashiwazaki, and the letters of those who were asked. */
@ApplicationScoped
class TestSurveys {

    static final String SURVEYS = "/v1/municipalities/" + KASHIWAZAKI + "/surveys";

    @Inject
    Traces traces;

    /** Of a survey that nobody gets by mail. */
    static String asked(String closesOn) {
        String survey = SURVEYS + "/" + draft(closesOn);
        post("kashiwazaki", survey + "/sending", "{}")
                .then()
                .statusCode(200)
                .body("allowedActions", not(contains("send")));
        return survey;
    }

    static String draft(String closesOn) {
        return post("kashiwazaki", SURVEYS, """
                        {"letter": {"subject": "アンケート", "body": "お聞かせください。", "segment": {"skill": "だれも持たない特技"}},
                         "closesOn": %s,
                         "questions": [{"code": "visit", "text": "また来ますか", "multiple": false, "choices": ["はい", "いいえ", "迷う"]}]}
                        """.formatted(closesOn == null ? null : "\"" + closesOn + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The tokens of so many who got it. */
    List<String> letters(String survey, int readers) throws SQLException {
        List<String> tokens = IntStream.range(0, readers)
                .mapToObj(reader -> LinkToken.next().value())
                .toList();
        for (String token : tokens) {
            traces.execute("""
                    insert into campaign_delivery (campaign, supporter, municipality, capped, state, token)
                    values ('%s', gen_random_uuid(), '%s', true, 'SENT', '\\x%s')
                    """.formatted(
                            campaign(survey), KASHIWAZAKI, HexFormat.of().formatHex(new LinkToken(token).hash())));
        }
        return tokens;
    }

    static String campaign(String survey) {
        return as("kashiwazaki").get(survey).path("campaign.id");
    }

    void closesOn(String survey, String day) throws SQLException {
        traces.execute("update survey set closes_on = '%s' where id = '%s'"
                .formatted(day, survey.substring(survey.lastIndexOf('/') + 1)));
    }

    static int answer(String token, String choice) {
        return anonymously()
                .body(Map.of("choices", Map.of("visit", List.of(choice))))
                .post("/v1/survey-answers/" + token)
                .statusCode();
    }
}
