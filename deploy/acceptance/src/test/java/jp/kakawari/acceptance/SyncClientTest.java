package jp.kakawari.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** 南小国町's clerk syncs the list from the PC: the packaged command line against the running platform. */
@ExtendWith(RunningPlatform.class)
class SyncClientTest {

    private static final Path JAR = Path.of("deploy", "sync-client", "target", "kakawari-sync.jar");
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Pattern NUMBER = Pattern.compile("受付番号 ([0-9a-f-]{36})");

    @TempDir
    Path desk;

    private record Run(int exit, String said) {}

    @Test
    void a_list_is_tried_sent_corrected_and_sent_again() throws Exception {
        String members = IntStream.rangeClosed(1, 12)
                .mapToObj("SC-%d,髙橋　翔,S60.4.1\r\n"::formatted)
                .collect(Collectors.joining());
        Path list = Files.writeString(
                desk.resolve("名簿.csv"), "会員番号,氏名,生年月日\r\n" + members + "SC-13,清水 葵,1985/2/30\r\n", WINDOWS_31J);

        Run tried = run("check", list.toString());
        assertThat(tried.said()).contains("試行の結果", "新規 12", "取り込めない行 1", "生年月日が日付として正しくありません", "14行目");
        assertThat(tried.exit()).isEqualTo(1);

        Run sent = run("send", list.toString());
        assertThat(sent.said()).contains("同期しました", "新規 12");
        assertThat(sent.exit()).isEqualTo(1);

        Path rejected = desk.resolve("やり直し.csv");
        Matcher number = NUMBER.matcher(sent.said());
        assertThat(number.find()).isTrue();
        assertThat(run("rejected", number.group(1), rejected.toString()).exit()).isZero();
        Files.writeString(
                rejected, Files.readString(rejected, WINDOWS_31J).replace("1985/2/30", "1985/2/28"), WINDOWS_31J);

        Run folder = run("send", desk.toString());
        assertThat(folder.said()).contains("新規 1", "変更なし 12");
        assertThat(run("send", rejected.toString()).exit()).isZero();
    }

    @Test
    void ledgers_and_memberships_are_tried_and_sent_by_their_kind() throws Exception {
        scheme();
        Path list = Files.writeString(desk.resolve("名簿.csv"), "会員番号,氏名\nSK-1,清水\nSK-2,髙橋\n");
        assertThat(run("send", list.toString()).exit()).isZero();

        Path ledger = Files.writeString(desk.resolve("記録.csv"), "取引番号,会員番号,日付,活動\nSK-T1,SK-1,2026/11/3,来店\n");
        assertThat(run("send", "--kind", "engagement", ledger.toString()).said())
                .contains("関わりの記録", "新規 1");

        Path members = Files.writeString(
                desk.resolve("会員.csv"),
                "会員番号,会員証番号,会員証の期限日\nSK-1,SK-N1,2027/3/31\nSK-2,SK-N2,2027/3/31\nSK-3,SK-N3,2027/3/31\n",
                WINDOWS_31J);
        Run tried = run("check", "--kind", "membership", "--scheme", "sk-club", members.toString());
        assertThat(tried.said())
                .contains("会員の名簿", "新規 2", "取り込めない行 1")
                .containsPattern("列「会員証の期限日」は読み込んでいません。「有効期限」（validUntil）かもしれません（確からしさ \\d+％: ");
        Run sent = run("send", "--kind", "membership", "--scheme", "sk-club", members.toString());
        assertThat(sent.exit()).isEqualTo(1);
        Matcher number = NUMBER.matcher(sent.said());
        assertThat(number.find()).isTrue();
        Path rejected = desk.resolve("やり直し.csv");
        assertThat(run("rejected", "--kind", "membership", number.group(1), rejected.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(rejected, WINDOWS_31J)).contains("先に名簿を同期してください,SK-3,SK-N3");

        Run nameless = run("send", "--kind", "membership", "--snapshot", members.toString());
        assertThat(nameless.exit()).isEqualTo(2);
        assertThat(nameless.said()).contains("制度（--scheme）を指定してください");
        assertThat(run("send", "--kind", "ledger", ledger.toString()).exit()).isEqualTo(2);
    }

    private static void scheme() {
        RunningPlatform.actors()
                .government("434230")
                .put(
                        RunningPlatform.at().registry().resolve("/v1/schemes/sk-club"),
                        Map.of(
                                "state",
                                "OPEN",
                                "name",
                                "南小国町友の会",
                                "municipalities",
                                List.of("434230"),
                                "policy",
                                Map.of("tiers", List.of(Map.of("code", "regular", "name", "一般会員")))))
                .expect(200);
    }

    @Test
    void a_local_copy_follows_what_comes_changes_and_goes() throws Exception {
        Path list = desk.resolve("list.csv");
        Path copy = desk.resolve("写し.csv");
        Files.writeString(list, "会員番号,氏名,性別,郵便番号,できること\nFO-1,清水 翔,男,064-0941,草刈り\nFO-2,＝1+1,,,\n");
        assertThat(run("send", list.toString()).exit()).isZero();
        assertThat(followed(copy, text -> text.contains("FO-2")))
                .startsWith("\uFEFF台帳ID,会員番号,姓,")
                .contains(",FO-1,清水,翔,,,,,男性,064-0941,")
                .contains(",FO-2,'＝1+1,");

        Files.writeString(list, "会員番号,氏名,性別,できること\nFO-1,清水 翔,男,林業\n");
        assertThat(run("send", list.toString()).exit()).isZero();
        assertThat(followed(copy, text -> text.contains("林業")))
                .doesNotContain("草刈り")
                .contains("FO-2");
        assertThat(run("follow", copy.toString()).said()).contains("更新 0 件");

        Path whole = desk.resolve("全件.csv");
        assertThat(run("export", "--encoding", "windows-31j", whole.toString()).exit())
                .isZero();
        assertThat(Files.readString(whole, WINDOWS_31J)).contains("FO-1,清水,翔");
        assertThat(run("follow", list.toString()).said()).contains("follow で作った名簿ではありません");

        Run incomplete = run("send", "--snapshot", "--end-at-most", "0", list.toString());
        assertThat(incomplete.exit()).isEqualTo(3);
        assertThat(incomplete.said()).contains("この名簿にない会員が多すぎます", "上限は --end-at-most で変えられます");
        assertThat(run("follow", copy.toString()).exit()).isZero();
        assertThat(Files.readString(copy)).contains("FO-1", "FO-2");

        Run complete = run("send", "--snapshot", "--end-at-most", "100", list.toString());
        assertThat(complete.said()).contains("変更なし 1").doesNotContain("終了 0");
        assertThat(complete.exit()).isZero();
        assertThat(followed(copy, text -> !text.contains("FO-2")))
                .contains("FO-1")
                .doesNotContain("FO-2");
        Path back = desk.resolve("戻し.csv");
        Files.write(
                back,
                Files.readAllLines(copy).stream()
                        .filter(row -> row.contains("会員番号") || row.contains("FO-"))
                        .toList());
        assertThat(run("send", back.toString()).said()).contains("読み込み 1 件: 新規 0", "取り込めない行 0");
    }

    @Test
    void who_was_changed_on_both_sides_is_taken_over_when_the_list_wins() throws Exception {
        Path list = desk.resolve("list.csv");
        Path copy = desk.resolve("写し.csv");
        Files.writeString(list, "会員番号,氏名,電話番号,メール配信同意\nLW-1,清水 翔,090-1111-2222,○\n");
        assertThat(run("send", list.toString()).exit()).isZero();
        String known = followed(copy, text -> text.contains("LW-1"))
                .lines()
                .filter(row -> row.contains("LW-1"))
                .findFirst()
                .orElseThrow();
        RunningPlatform.actors()
                .government("434230")
                .patch(
                        RunningPlatform.at().registry().resolve("/v1/supporters/" + known.split(",")[0]),
                        Map.of("ties", List.of(Map.of("municipality", "434230", "origins", List.of()))),
                        "*")
                .expect(204);

        Files.writeString(list, "会員番号,氏名,電話番号,メール配信同意\nLW-1,清水 翔,090-3333-4444,○\n");
        Run asked = run("send", list.toString());
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.said()).contains("名簿と登録内容の両方が変更されています", "send に --list-wins を付けてください");
        assertThat(followed(copy, text -> text.contains("LW-1"))).doesNotContain("090-3333-4444");

        Run won = run("send", "--list-wins", list.toString());
        assertThat(won.exit()).isZero();
        assertThat(won.said()).contains("変更 1");
        assertThat(followed(copy, text -> text.contains("090-3333-4444"))).contains("090-3333-4444");
    }

    @Test
    void columns_of_ones_own_are_mapped_from_the_command_line() throws Exception {
        Path list = Files.writeString(desk.resolve("list.csv"), "会員の番号,氏名,紹介者の会員番号\nMA-1,清水 翔,MA-99\n");
        assertThat(run("mapping").said()).contains("列の対応表は登録されていません");

        Run refused = run("check", list.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.said())
                .containsPattern("1列目は「会員番号」（memberNumber）かもしれません（確からしさ \\d+％: ")
                .contains("mapping 見出し=項目 で登録できます");

        assertThat(run("mapping", "会員の番号=会員番号").said()).contains("登録しました", "会員の番号 → 会員番号（memberNumber）");
        try {
            Run tried = run("check", list.toString());
            assertThat(tried.exit()).isZero();
            assertThat(tried.said()).contains("新規 1", "確認のお願い: 紹介者の会員番号の会員が登録されていません");
            Run unknown = run("mapping", "メモ欄=めも");
            assertThat(unknown.exit()).isEqualTo(3);
            assertThat(unknown.said()).contains("項目名が正しくありません", "mapping --help");
            assertThat(run("mapping").said()).contains("会員の番号 → 会員番号").doesNotContain("メモ欄");
        } finally {
            assertThat(run("mapping", "会員の番号=").said()).contains("列の対応表は登録されていません");
        }
    }

    /** A change shows once all that began before it have ended. */
    private String followed(Path copy, Predicate<String> awaited) {
        return Patience.until(awaited, () -> {
            try {
                assertThat(run("follow", copy.toString()).exit()).isZero();
                return Files.readString(copy);
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    @Test
    void scripts_learn_from_the_exit_code_what_to_do() throws Exception {
        Path list = Files.writeString(desk.resolve("list.csv"), "氏名\n清水\n");

        Run refused = run("send", list.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.said()).contains("見出しに「会員番号」の列がありません");
        assertThat(run("send").exit()).isEqualTo(2);
        Run stranger = run(Map.of("KAKAWARI_SECRET", "wrong"), "send", list.toString());
        assertThat(stranger.exit()).isEqualTo(3);
        assertThat(stranger.said()).contains("ログインできません").doesNotContain("wrong");
        assertThat(run(Map.of("KAKAWARI_REGISTRY", "http://127.0.0.1:9"), "send", list.toString())
                        .exit())
                .isEqualTo(4);
        assertThat(run(Map.of("KAKAWARI_MUNICIPALITY", "212172"), "check", list.toString())
                        .exit())
                .isEqualTo(3);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(desk.toFile());
        builder.environment()
                .put("KAKAWARI_REGISTRY", RunningPlatform.at().registry().toString());
        builder.environment().put("KAKAWARI_TOKEN", RunningPlatform.at().issuer() + "/protocol/openid-connect/token");
        builder.environment().put("KAKAWARI_CLIENT", "minamioguni");
        builder.environment().put("KAKAWARI_SECRET", "minamioguni-secret");
        builder.environment().put("KAKAWARI_MUNICIPALITY", "434230");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process client = builder.start();
        client.getOutputStream().close();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(client.waitFor(), said);
    }
}
