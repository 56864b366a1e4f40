package jp.kakawari.syncclient;

import static jp.kakawari.syncclient.BrokenNetwork.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stops in the middle of an answer keeps nobody waiting forever. */
@Timeout(30)
class LineTest {

    private static final Duration LIMIT = Duration.ofMillis(500);

    @TempDir
    Path desk;

    private BrokenNetwork network;
    private Registry registry;

    @BeforeEach
    void connect() throws IOException {
        network = new BrokenNetwork().line(json(200, "{\"items\": [], \"next\": \"n\"}"));
        registry = network.registry(length -> {}, LIMIT);
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private Failed asking() {
        return catchThrowableOfType(Failed.class, this::ask);
    }

    private void ask() {
        registry.get(registry.own("/supporter-feed"), "items", "next");
    }

    @Test
    void an_answer_that_stalls_is_a_lost_one_and_asked_for_again() {
        ask();
        network.line(BrokenNetwork.STALLED).asked().clear();

        Failed failed = asking();

        assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(failed).hasMessageContaining("回答を読み取れません");
        assertThat(network.asked()).hasSize(4);
    }

    @Test
    void a_login_that_never_answers_is_not_waited_for() {
        network.signIn(BrokenNetwork.SILENT);

        Failed failed = asking();

        assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(failed).hasMessageContaining("ログインの窓口（token）").hasMessageContaining("接続できません");
    }

    @Test
    void a_download_that_stalls_leaves_nothing() {
        ask();
        network.line(BrokenNetwork.STALLED);
        Transfer transfer =
                new Transfer(registry, new PrintWriter(Writer.nullWriter()), ProgressLine.unseen(), length -> {});

        Failed failed = catchThrowableOfType(Failed.class, () -> transfer.export(desk.resolve("名簿.csv"), "utf-8"));

        assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(failed).hasMessageContaining("受信の途中で接続が切れました");
        assertThat(desk).isEmptyDirectory();
    }
}
