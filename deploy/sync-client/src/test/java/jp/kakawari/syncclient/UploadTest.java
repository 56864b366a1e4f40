package jp.kakawari.syncclient;

import static jp.kakawari.syncclient.BrokenNetwork.json;
import static jp.kakawari.syncclient.BrokenNetwork.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    private static final HttpHandler TAKEN = json(202, "{\"id\": \"1\", \"state\": \"STAGED\"}");
    private static final HttpHandler BROKEN = problem(400, "broken-upload");
    private static final HttpHandler TOO_SLOW = problem(408, "upload-too-slow");
    private static final HttpHandler RUNNING = problem(409, "sync-running");
    private static final HttpHandler KEY_IN_USE = problem(409, "idempotency-key-in-use");

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    Path desk;

    private BrokenNetwork network;

    @BeforeEach
    void connect() throws IOException {
        network = new BrokenNetwork();
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private JsonNode sent(Path list) {
        Registry registry = network.registry(pauses::add);
        return registry.post(registry.own("/supporter-syncs"), "text/csv", list, "key", bytes -> {});
    }

    private Failed failing(Path list) {
        return catchThrowableOfType(Failed.class, () -> sent(list));
    }

    private Path list() throws IOException {
        return Files.writeString(desk.resolve("名簿.csv"), "会員番号,氏名\n1,清水\n");
    }

    private void answers(HttpHandler... inTurn) {
        network.line(exchange -> inTurn[network.asked().size() - 1].handle(exchange));
    }

    @Test
    void what_broke_off_on_its_way_or_came_too_slowly_is_sent_again() throws IOException {
        answers(BROKEN, TOO_SLOW, TAKEN);
        assertThat(sent(list()).path("id").asText()).isEqualTo("1");

        network.asked().clear();
        answers(BROKEN, BROKEN, BROKEN, BROKEN);
        assertThat(failing(list()).exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void a_list_that_meets_its_own_first_attempt_waits_until_that_is_given_up() throws IOException {
        answers(BrokenNetwork.CUT, RUNNING, KEY_IN_USE, RUNNING, RUNNING, TAKEN);

        assertThat(sent(list()).path("id").asText()).isEqualTo("1");

        Duration asked = Duration.ofSeconds(5);
        assertThat(pauses).startsWith(Duration.ofMillis(500), asked, asked).hasSize(5);
    }

    @Test
    void a_list_that_meets_another_one_is_left_for_later() throws IOException {
        answers(RUNNING);

        Failed failed = failing(list());

        assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(failed).hasMessageContaining("sync-running");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_here_is_not_the_network() {
        Failed failed = failing(desk);

        assertThat(failed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(failed).hasMessageContaining("ファイルを開けません");
        assertThat(pauses).isEmpty();
        assertThat(network.asked()).isEmpty();
    }
}
