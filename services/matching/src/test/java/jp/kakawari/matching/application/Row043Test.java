package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

/** 南小国町's project of 2018: 15 places, 23 applicants, all in the same moment. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class Row043Test {
    @Inject
    TestWorld world;

    @Test
    void of_23_at_once_15_are_accepted_and_8_wait_in_line() throws Exception {
        UUID program = world.program(Selection.FIRST_COME, 15);
        List<Response> answers = atOnce(world.supporters(23), supporter -> apply(APP, program, supporter));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(idsIn("ACCEPTED", program)).hasSize(15);
        List<String> waiting = idsIn("WAITING", program);
        assertThat(waiting).hasSize(8);
        assertThat(waiting.stream().map(Row043Test::position)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);

        act(MINAMIOGUNI, waiting.getFirst(), "acceptance")
                .then()
                .statusCode(409)
                .body("code", equalTo("program-full"))
                .body("allowedActions", contains("decline"));

        String next =
                waiting.stream().filter(id -> position(id) == 1).findFirst().orElseThrow();
        act(APP, idsIn("ACCEPTED", program).getFirst(), "withdrawal").then().statusCode(200);
        assertThat(stateOf(next)).isEqualTo("OFFERED");
        assertThat(idsIn("ACCEPTED", program)).hasSize(14);
        act(APP, next, "acceptance").then().statusCode(200);
        assertThat(idsIn("ACCEPTED", program)).hasSize(15);
    }

    @Test
    void of_16_acceptances_at_once_one_is_refused() throws Exception {
        UUID program = world.program(Selection.SCREENING, 15);
        List<String> submitted = world.supporters(16).stream()
                .map(supporter -> apply(APP, program, supporter).<String>path("id"))
                .toList();
        List<Response> answers = atOnce(submitted, id -> act(MINAMIOGUNI, id, "acceptance"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(15);
        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() == 409).toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().<String>path("code")).isEqualTo("program-full");
        assertThat(world.count("select taken from program where id = '" + program + "'"))
                .isEqualTo(15);
    }

    @Test
    void of_ten_times_the_same_application_at_once_one_is_taken() throws Exception {
        UUID program = world.program(Selection.FIRST_COME, 15);
        UUID supporter = world.supporter();
        List<Response> answers = atOnce(IntStream.range(0, 10).boxed().toList(), any -> apply(APP, program, supporter));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(9);
    }

    private static <T> List<Response> atOnce(List<T> all, Function<T, Response> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> calls = new ArrayList<>();
            for (T one : all) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.apply(one);
                }));
            }
            start.countDown();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : calls) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static List<String> idsIn(String state, UUID program) {
        return as(MINAMIOGUNI)
                .queryParam("state", state)
                .get("/v1/programs/{id}/applications", program)
                .path("items.id");
    }

    private static int position(String id) {
        return as(APP).get("/v1/applications/{id}", id).path("position");
    }
}
