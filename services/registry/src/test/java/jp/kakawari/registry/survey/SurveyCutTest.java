package jp.kakawari.registry.survey;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.mail.LinkToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was withheld can't be had by asking again: results are of one cut (締切後の集計). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SurveyCutTest {

    private static final String SURVEYS = "/v1/municipalities/" + KASHIWAZAKI + "/surveys";
    private static final List<String> CHOICES = List.of("はい", "いいえ", "迷う");

    @Inject
    Traces traces;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whenever_it_is_read_and_whoever_answers_meanwhile_results_never_differ(long seed) throws SQLException {
        Random random = new Random(seed);
        String survey = asked(null);
        List<String> letters = letters(survey, 60);
        int closing = random.nextInt(8, 50);
        List<String> seen = new ArrayList<>();
        for (int step = 0; step < letters.size(); step++) {
            if (step == closing) {
                post("kashiwazaki", survey + "/closure", "{}").then().statusCode(200);
            }
            int answer = answer(letters.get(step), CHOICES.get(Math.min(2, random.nextInt(12))));
            assertThat(answer).isEqualTo(step < closing ? 204 : 409);
            if (step == closing + 3) {
                traces.execute("delete from campaign_delivery where answered_at is not null and campaign = '%s'"
                        .formatted(campaign(survey)));
            }
            String results = as("kashiwazaki").get(survey).jsonPath().getString("results");
            if (step < closing) {
                assertThat(results).isNull();
            } else {
                seen.add(String.valueOf(results));
            }
        }
        assertThat(seen).hasSize(letters.size() - closing).containsOnly(seen.getFirst());
        assertThat(seen.getFirst().equals("null")).isEqualTo(closing < 10);
    }

    @Test
    void who_answers_while_it_is_closed_counts_or_is_refused() throws SQLException, InterruptedException {
        String survey = asked(null);
        List<String> letters = letters(survey, 60);
        letters.subList(0, 20)
                .forEach(letter -> assertThat(answer(letter, "はい")).isEqualTo(204));
        Callable<Integer> close =
                () -> post("kashiwazaki", survey + "/closure", "{}").statusCode();
        Stream<Callable<Integer>> late = letters.subList(20, 60).stream().map(letter -> () -> answer(letter, "はい"));
        List<Integer> statuses;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = pool.invokeAll(Stream.concat(Stream.of(close), late).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(statuses).first().isEqualTo(200);
        assertThat(statuses.subList(1, 41)).containsAnyOf(204, 409).allMatch(status -> status == 204 || status == 409);
        long taken = 20 + statuses.stream().filter(status -> status == 204).count();
        JsonPath read = as("kashiwazaki").get(survey).jsonPath();
        assertThat(read.getLong("answered")).isEqualTo(taken);
        assertThat(read.getLong("results[0].choices[0].count")).isEqualTo(taken);
    }

    @Test
    void the_first_to_read_after_the_last_day_closes_it_for_good() throws SQLException {
        String survey = asked("2099-01-31");
        List<String> letters = letters(survey, 21);
        letters.subList(0, 20)
                .forEach(letter -> assertThat(answer(letter, "いいえ")).isEqualTo(204));
        as("kashiwazaki").get(survey).then().body("results", nullValue()).body("allowedActions", contains("close"));
        closesOn(survey, "2026-01-31");
        as("kashiwazaki")
                .get(survey)
                .then()
                .body("results[0].choices.count", hasItems(20))
                .body("allowedActions", empty());
        closesOn(survey, "2099-01-31");
        assertThat(answer(letters.getLast(), "はい")).isEqualTo(409);
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(409).body("code", equalTo("survey-closed"));
    }

    @Test
    void what_was_never_sent_is_not_closed() {
        String survey = SURVEYS + "/" + draft(null);
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(409).body("code", equalTo("survey-not-sent"));
        as("kashiwazaki").get(survey).then().body("allowedActions", contains("send"));
        post("hida", survey + "/closure", "{}").then().statusCode(403);
    }

    /** Of a survey that nobody gets by mail. */
    private String asked(String closesOn) {
        String survey = SURVEYS + "/" + draft(closesOn);
        post("kashiwazaki", survey + "/sending", "{}")
                .then()
                .statusCode(200)
                .body("allowedActions", not(contains("send")));
        return survey;
    }

    private static String draft(String closesOn) {
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
    private List<String> letters(String survey, int readers) throws SQLException {
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

    private static String campaign(String survey) {
        return as("kashiwazaki").get(survey).path("campaign.id");
    }

    private void closesOn(String survey, String day) throws SQLException {
        traces.execute("update survey set closes_on = '%s' where id = '%s'"
                .formatted(day, survey.substring(survey.lastIndexOf('/') + 1)));
    }

    private static int answer(String token, String choice) {
        return anonymously()
                .body(Map.of("choices", Map.of("visit", List.of(choice))))
                .post("/v1/survey-answers/" + token)
                .statusCode();
    }
}
