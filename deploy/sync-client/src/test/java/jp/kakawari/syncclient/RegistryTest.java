package jp.kakawari.syncclient;

import static jp.kakawari.syncclient.BrokenNetwork.json;
import static jp.kakawari.syncclient.BrokenNetwork.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    Path desk;

    private BrokenNetwork network;
    private Registry registry;

    @BeforeEach
    void connect() throws IOException {
        network = new BrokenNetwork();
        registry = network.registry(pauses::add);
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private Failed failing(Runnable call) {
        return catchThrowableOfType(Failed.class, call::run);
    }

    private Failed asking() {
        return failing(() -> registry.get(registry.own("/supporter-feed"), "items", "next"));
    }

    @Test
    void an_answer_that_cannot_be_read_is_no_success() {
        for (HttpHandler line : List.of(
                BrokenNetwork.LOGIN_PAGE,
                BrokenNetwork.CUT,
                json(200, ""),
                json(200, "null"),
                json(200, "{\"a\": 1}"))) {
            network.line(line).asked().clear();

            Failed failed = asking();

            assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
            assertThat(failed).hasMessageContaining("回答を読み取れません");
            assertThat(network.asked()).hasSize(4);
        }
    }

    @Test
    void what_was_cut_once_is_asked_for_again() {
        network.line(exchange -> (network.asked().size() == 1
                        ? BrokenNetwork.CUT
                        : json(200, "{\"items\": [], \"next\": \"http://x/?a=1\"}"))
                .handle(exchange));

        assertThat(registry.get(registry.own("/supporter-feed"), "items", "next")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_login_that_is_out_of_order_is_not_a_wrong_secret() {
        network.signIn(json(503, ""));
        assertThat(asking().exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(asking()).hasMessageContaining("ログインの窓口（token）").hasMessageContaining("接続できません");

        network.signIn(BrokenNetwork.LOGIN_PAGE);
        assertThat(asking().exit()).isEqualTo(Exit.UNREACHABLE);

        network.signIn(json(401, "{\"error\": \"unauthorized_client\"}"));
        assertThat(asking().exit()).isEqualTo(Exit.REFUSED);
        assertThat(asking()).hasMessageContaining("シークレット（secret）を確認");

        network.signIn(json(404, ""));
        assertThat(asking()).hasMessageContaining("アドレス（token）");
        assertThat(asking().exit()).isEqualTo(Exit.REFUSED);
        assertThat(network.asked()).isEmpty();
    }

    @Test
    void a_refusal_of_a_proxy_is_not_the_registrys() {
        for (int status : new int[] {302, 403, 407}) {
            HttpHandler proxy = exchange -> BrokenNetwork.answer(exchange, status, "text/html", "<html>Proxy</html>");
            network.line(proxy);
            assertThat(asking().exit()).isEqualTo(Exit.UNREACHABLE);
            assertThat(asking()).hasMessageContaining("（%d）".formatted(status)).hasMessageContaining("プロキシ");

            network.signIn(proxy);
            Failed unsigned = failing(() -> network.registry(pauses::add).get(registry.own("/supporter-feed")));
            assertThat(unsigned.exit()).isEqualTo(Exit.UNREACHABLE);
            assertThat(unsigned).hasMessageContaining("プロキシ");
            network.signIn(json(200, "{\"access_token\": \"t\", \"expires_in\": 300}"));
        }
        network.line(json(403, "{\"error\": \"blocked by policy\"}"));
        assertThat(asking().exit()).isEqualTo(Exit.UNREACHABLE);
        network.line(problem(403, "forbidden"));
        assertThat(asking().exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void who_is_told_when_to_come_again_waits_so_long() {
        network.line(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "5");
            boolean free = network.asked().size() == 3;
            (free ? json(200, "{\"items\": [], \"next\": \"n\"}") : json(503, "{\"detail\": \"混み合っています\"}"))
                    .handle(exchange);
        });

        registry.get(registry.own("/supporter-feed"), "items", "next");

        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void nobody_waits_longer_than_two_minutes() {
        network.line(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "1");
            problem(429, "too-many-requests").handle(exchange);
        });
        assertThat(asking().exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(60), Duration.ofMinutes(2));
        pauses.clear();

        network.line(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            problem(503, "1時間後に").handle(exchange);
        });
        assertThat(asking()).hasMessageContaining("1時間後に");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_download_that_breaks_off_leaves_nothing_and_is_worth_another_try() throws IOException {
        network.line(BrokenNetwork.CUT);
        Path target = desk.resolve("名簿.csv");

        Failed failed = failing(() -> transfer().export(target, "utf-8"));

        assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(failed).hasMessageContaining("接続が切れました");
        assertThat(desk).isEmptyDirectory();
        network.line(BrokenNetwork.LOGIN_PAGE);
        assertThat(failing(() -> transfer().export(target, "utf-8")).exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(desk).isEmptyDirectory();
    }

    @Test
    void a_file_that_cannot_be_written_is_not_the_network() {
        network.line(exchange -> BrokenNetwork.answer(exchange, 200, "text/csv", "会員番号\n"));
        Path nowhere = desk.resolve("ない").resolve("名簿.csv");

        Failed failed = failing(() -> transfer().export(nowhere, "utf-8"));

        assertThat(failed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(failed).hasMessageContaining("書き込めません");
    }

    @Test
    void what_has_left_is_told_while_a_list_is_sent() throws IOException {
        network.line(json(202, "{\"id\": \"1\", \"state\": \"STAGED\"}"));
        Path list = Files.write(desk.resolve("名簿.csv"), new byte[100_000]);
        List<Long> sent = new ArrayList<>();

        registry.post(registry.own("/supporter-syncs"), "text/csv", list, "key", sent::add);

        assertThat(sent).isSorted().hasSizeGreaterThan(1);
        assertThat(sent.getLast()).isEqualTo(100_000);
    }

    private Transfer transfer() {
        return new Transfer(registry, new PrintWriter(Writer.nullWriter()), ProgressLine.unseen(), pauses::add);
    }
}
