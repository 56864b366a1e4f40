package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sends something wrong is told where, and nobody is told what it was. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class RefusalsQuoteNothingTest {

    private static final String LEDGER = "/v1/municipalities/" + MINAMIOGUNI + "/engagements";
    private static final String SEARCHES = "/v1/municipalities/" + MINAMIOGUNI + "/supporter-searches";
    private static final Charset EXCEL = Charset.forName("windows-31j");

    @Inject
    Silence silence;

    @BeforeEach
    void listen() {
        silence.listen();
    }

    @AfterEach
    void nothingIsHeard() throws SQLException {
        silence.mustHaveBeenKept();
    }

    @Test
    void a_list_that_is_refused_is_quoted_nowhere() {
        for (byte[] list : List.of(
                Canary.row("PC-9").getBytes(StandardCharsets.UTF_8),
                (Canary.row("PC-9") + "\r\n" + Canary.row("PC-8")).getBytes(EXCEL),
                (Canary.HEADER + "\r\n\"" + Canary.row("PC-9")).getBytes(StandardCharsets.UTF_8),
                (Canary.HEADER + "\r\n" + "籠の鳥です,".repeat(400)).getBytes(StandardCharsets.UTF_8))) {
            Response refused = Canary.send(list, false);
            assertThat(refused.statusCode()).as(refused.asString()).isBetween(400, 499);
            Silence.isKeptBy(refused.asString());
        }
    }

    @Test
    void what_is_refused_is_quoted_neither_in_the_answer_nor_in_a_log_line() {
        UUID id = register("sample-partner", Canary.JSON);
        List<String> answers = new ArrayList<>();
        for (String bad : List.of(
                Canary.JSON.replace("\"birthDate\": \"1933-03-03\"", "\"birthDate\": \"1933-03-03頃\""),
                Canary.JSON.replace("\"phone\": \"090-4321-8765\"", "\"phone\": \"090-4321-8765-1\""),
                Canary.JSON.replace("\"email\": \"canary@example.jp\"", "\"email\": \"canary@example.jp@\""),
                Canary.JSON.replace("\"nickname\"", "\"petName\""),
                Canary.JSON.replace("\"ぴいちく\"", "[\"ぴいちく\"]"),
                Canary.JSON.replace("\"ぴいちく\"", "\"ぴいちく\", \"skills\": [\"canary@example.jp\"]"),
                Canary.JSON.replace("\"ties\":", "\"ties: "))) {
            answers.add(post("sample-partner", "/v1/supporters", bad)
                    .then()
                    .statusCode(oneOf(400, 422))
                    .extract()
                    .asString());
        }
        answers.add(patching("sample-partner")
                .header("If-Match", "\"1\"")
                .body("""
                        {"profile": {"phone": "090-4321-8765-1"}}""")
                .patch("/v1/supporters/" + id)
                .asString());
        answers.add(as("minamioguni")
                .body("{\"email\": \"canary@example.jp@\"}")
                .post(SEARCHES)
                .asString());
        answers.add(as("minamioguni")
                .queryParam("stage", "金糸雀")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters")
                .asString());
        answers.add(post(
                        "minamioguni",
                        LEDGER,
                        engagement(id, "LEARNING", "1933-03-03", "").replace(id + "", "鳴子"))
                .asString());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer).contains("\"code\"");
            Silence.isKeptBy(answer);
        });
    }
}
