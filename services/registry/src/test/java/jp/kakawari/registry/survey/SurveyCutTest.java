package jp.kakawari.registry.survey;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.survey.TestSurveys.answer;
import static jp.kakawari.registry.survey.TestSurveys.asked;
import static jp.kakawari.registry.survey.TestSurveys.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private static final List<String> CHOICES = List.of("はい", "いいえ", "迷う");

    @Inject
    Traces traces;

    @Inject
    TestSurveys surveys;

    @Inject
    EntityManager database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whenever_it_is_read_and_whoever_answers_meanwhile_results_never_differ(long seed) throws SQLException {
        Random random = new Random(seed);
        String survey = asked(null);
        List<String> letters = surveys.letters(survey, 60);
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
    void who_answers_while_it_is_closed_counts_or_is_refused() throws SQLException {
        String survey = asked(null);
        List<String> letters = surveys.letters(survey, 60);
        letters.subList(0, 20)
                .forEach(letter -> assertThat(answer(letter, "はい")).isEqualTo(204));
        List<Future<Integer>> late = new ArrayList<>();
        Response closure;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            letters.subList(20, 60).forEach(letter -> late.add(pool.submit(() -> answer(letter, "はい"))));
            closure = post("kashiwazaki", survey + "/closure", "{}");
        }
        List<Integer> statuses = late.stream().map(Future::resultNow).toList();
        assertThat(statuses).isSubsetOf(204, 409);
        mustBeTheCut(
                survey,
                closure,
                20 + statuses.stream().filter(status -> status == 204).count());
    }

    @Test
    void who_is_answering_is_waited_for_by_who_closes_it() throws Exception {
        String survey = asked(null);
        List<String> letters = surveys.letters(survey, 21);
        letters.subList(0, 20)
                .forEach(letter -> assertThat(answer(letter, "はい")).isEqualTo(204));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            record Begun(Future<Integer> answer, Future<Response> closure) {}
            Begun begun = QuarkusTransaction.requiringNew().call(() -> {
                String session = holding(letters.getLast());
                Future<Integer> answer = pool.submit(() -> answer(letters.getLast(), "はい"));
                String answering = waitingFor(session);
                Future<Response> closure = pool.submit(() -> post("kashiwazaki", survey + "/closure", "{}"));
                await(() -> closure.isDone() || !waiting(answering).isEmpty());
                return new Begun(answer, closure);
            });
            assertThat(begun.answer().get()).isEqualTo(204);
            mustBeTheCut(survey, begun.closure().get(), 21);
        }
    }

    /** What was told when it was closed is what is told ever after. */
    private static void mustBeTheCut(String survey, Response closure, long taken) {
        assertThat(closure.statusCode()).isEqualTo(200);
        JsonPath told = closure.jsonPath();
        JsonPath read = as("kashiwazaki").get(survey).jsonPath();
        assertThat(told.getLong("answered")).isEqualTo(taken);
        assertThat(told.getLong("results[0].choices[0].count")).isEqualTo(taken);
        assertThat(read.getString("closedAt")).isNotNull();
        for (String place : List.of("answered", "results")) {
            assertThat(read.getString(place)).as(place).isEqualTo(told.getString(place));
        }
    }

    /** Holds what answering by that letter writes, until the transaction ends; answers who holds it. */
    private String holding(String letter) {
        database.createNativeQuery("select campaign from campaign_delivery where token = :token for update")
                .setParameter("token", new LinkToken(letter).hash())
                .getResultList();
        return String.valueOf(
                database.createNativeQuery("select pg_backend_pid()").getSingleResult());
    }

    private String waitingFor(String session) {
        await(() -> !waiting(session).isEmpty());
        return waiting(session).getFirst();
    }

    private List<String> waiting(String session) {
        try {
            return traces.waitingFor(session);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void the_first_to_read_after_the_last_day_closes_it_for_good() throws SQLException {
        String survey = asked("2099-01-31");
        List<String> letters = surveys.letters(survey, 21);
        letters.subList(0, 20)
                .forEach(letter -> assertThat(answer(letter, "いいえ")).isEqualTo(204));
        as("kashiwazaki").get(survey).then().body("results", nullValue()).body("allowedActions", contains("close"));
        surveys.closesOn(survey, "2026-01-31");
        as("kashiwazaki")
                .get(survey)
                .then()
                .body("results[0].choices.count", hasItems(20))
                .body("allowedActions", empty());
        surveys.closesOn(survey, "2099-01-31");
        assertThat(answer(letters.getLast(), "はい")).isEqualTo(409);
        post("kashiwazaki", survey + "/closure", "{}").then().statusCode(409).body("code", equalTo("survey-closed"));
    }
}
