package jp.kakawari.syncclient;

import static jp.kakawari.syncclient.BrokenNetwork.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

    private static final Duration TURN = Duration.ofSeconds(60);
    private static final String HERE = "http://registry.example.jp/v1/f?limit=500&afterTimestamp=7&afterId=a";
    private static final HttpHandler NOTHING_NEW = json(200, "{\"items\": [], \"next\": \"" + HERE + "\"}");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<Runnable> betweenTurns = new ArrayDeque<>();

    @TempDir
    Path desk;

    private Path copy;
    private BrokenNetwork network;

    /** The clerk ends the program. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void connect() throws IOException {
        network = new BrokenNetwork();
        copy = desk.resolve("写し.csv");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private Follower follower() {
        return new Follower(network.registry(length -> {}), new PrintWriter(out), new PrintWriter(err), this::turn);
    }

    private void turn(Duration length) {
        assertThat(length).isEqualTo(TURN);
        if (betweenTurns.isEmpty()) {
            throw new Ended();
        }
        betweenTurns.poll().run();
    }

    @Test
    void it_goes_on_after_an_outage() throws IOException {
        network.line(BrokenNetwork.CUT).signIn(json(200, "{\"access_token\": \"t\", \"expires_in\": 0}"));
        betweenTurns.add(() -> network.line(json(503, "")));
        betweenTurns.add(() -> network.signIn(json(502, "")));
        betweenTurns.add(() -> network.signIn(json(200, "{\"access_token\": \"t\", \"expires_in\": 300}"))
                .line(NOTHING_NEW));

        assertThatThrownBy(() -> follower().follow(copy, TURN)).isInstanceOf(Ended.class);

        assertThat(err.toString()).contains("回答を読み取れません", "503", "ログインの窓口", "60 秒後にもう一度試します。");
        assertThat(out.toString()).contains("更新 0 件を反映しました（0 人）");
        assertThat(Files.readString(desk.resolve("写し.csv.position"))).isEqualTo(HERE + "\n");
    }

    @Test
    void it_goes_on_when_excel_lets_go_of_the_file() throws IOException {
        Path held = copy.resolve("by Excel");
        network.line(exchange -> {
            Files.createDirectories(held);
            NOTHING_NEW.handle(exchange);
        });
        betweenTurns.add(() -> {
            letGo(held);
            network.line(NOTHING_NEW);
        });

        assertThatThrownBy(() -> follower().follow(copy, TURN)).isInstanceOf(Ended.class);

        assertThat(err.toString()).contains("書き込めません（Excelで開いていれば閉じてください）。 60 秒後にもう一度試します。");
        assertThat(copy).isRegularFile();
    }

    private static void letGo(Path held) {
        try {
            Files.delete(held);
            Files.delete(held.getParent());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void it_ends_where_waiting_does_not_help_and_when_it_was_asked_to_run_once() {
        network.signIn(json(401, ""));
        assertThat(catchThrowableOfType(Failed.class, () -> follower().follow(copy, TURN))
                        .exit())
                .isEqualTo(Exit.REFUSED);

        network.signIn(json(503, ""));
        assertThat(catchThrowableOfType(Failed.class, () -> follower().follow(copy))
                        .exit())
                .isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void an_unreadable_answer_moves_nothing() throws IOException {
        network.line(NOTHING_NEW);
        follower().follow(copy);

        network.line(BrokenNetwork.LOGIN_PAGE);
        assertThat(catchThrowableOfType(Failed.class, () -> follower().follow(copy)))
                .isNotNull();

        assertThat(Files.readString(desk.resolve("写し.csv.position"))).isEqualTo(HERE + "\n");
        network.asked().clear();
        network.line(NOTHING_NEW);
        follower().follow(copy);
        assertThat(network.asked().getFirst().getQuery()).contains("afterTimestamp=7");
    }

    @Test
    void a_damaged_copy_is_told_and_what_to_do() throws IOException {
        network.line(NOTHING_NEW);
        follower().follow(copy);
        String whole = Files.readString(copy);
        String settings = network.settings(desk).toString();

        for (String damaged : List.of(whole + "1,2\r\n", whole + "\"half a row")) {
            Files.writeString(copy, damaged);
            Clerk.Run run = Clerk.types("follow", copy.toString(), "--settings", settings);
            assertThat(run.said()).contains("写し.csv.position が壊れています。2つとも削除して").doesNotContain("Exception");
            assertThat(run.exit()).isEqualTo(3);
        }
        Files.writeString(copy, whole);
        Files.writeString(desk.resolve("写し.csv.position"), "\n");
        assertThat(Clerk.types("follow", copy.toString(), "--settings", settings)
                        .exit())
                .isEqualTo(3);
    }

    /** Cut off between the list and its position, the next run would go on where the lost list was. */
    @Test
    void a_copy_that_begins_anew_gives_up_the_old_position_first() throws IOException {
        Path position = Files.writeString(desk.resolve("写し.csv.position"), HERE);
        Files.createDirectories(desk.resolve("写し.csv.position.part").resolve("in the way"));
        network.line(NOTHING_NEW);

        assertThat(catchThrowableOfType(Failed.class, () -> follower().follow(copy)))
                .isInstanceOf(Unwritable.class);

        assertThat(copy).isRegularFile();
        assertThat(position).doesNotExist();
    }

    @Test
    void a_copy_of_another_municipality_is_left_as_it_is() throws IOException {
        String own = "http://x/v1/municipalities/212172/supporter-feed?limit=500&afterTimestamp=7";
        network.line(json(200, "{\"items\": [], \"next\": \"" + own + "\"}"));
        follower().follow(copy);
        follower().follow(copy);
        String kept = own.replace("212172", "434230");
        Path position = Files.writeString(desk.resolve("写し.csv.position"), kept);
        network.asked().clear();

        for (Runnable follow : List.<Runnable>of(
                () -> follower().follow(copy), () -> follower().follow(copy, TURN))) {
            Failed failed = catchThrowableOfType(Failed.class, follow::run);
            assertThat(failed.exit()).isEqualTo(Exit.REFUSED);
            assertThat(failed).hasMessageContaining("別の自治体（団体コード 434230）の写しです").hasMessageContaining("212172 には別の保存先");
        }
        assertThat(network.asked()).isEmpty();
        assertThat(position).hasContent(kept);
    }

    @Test
    void a_copy_with_the_columns_of_an_earlier_version_is_read_anew() throws IOException {
        Files.writeString(
                copy,
                "\uFEFFID,会員番号,姓,名,セイ,メイ,呼び名,生年月日,性別,郵便番号,都道府県,住所,電話番号,メールアドレス,できること,関心,きっかけ,"
                        + "メール配信同意,備考,関わり開始日,段階,最終参加日,住民\r\n");
        Files.writeString(desk.resolve("写し.csv.position"), HERE);
        network.line(NOTHING_NEW);

        follower().follow(copy);

        assertThat(network.asked().getFirst().getQuery()).isEqualTo("limit=500");
        assertThat(Files.readString(copy)).startsWith("\uFEFF台帳ID,会員番号,").contains(",登録経路,団体,紹介者の会員番号,SNSアカウント,");
    }
}
