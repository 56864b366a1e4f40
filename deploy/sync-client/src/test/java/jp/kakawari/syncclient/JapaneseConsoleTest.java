package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JapaneseConsoleTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @Test
    void help_and_errors_are_written_as_the_console_reads_them() throws Exception {
        assertThat(onJapaneseWindows("--help")).contains("使い方: kakawari-sync", "名簿を送信し、台帳に反映します。", "終了コード: 0 成功");
        assertThat(onJapaneseWindows("send", "--help")).contains("全件入替で終了してよい割合");
        assertThat(onJapaneseWindows("send")).contains("ファイル を指定してください。");
        assertThat(onJapaneseWindows("send", "ない.csv")).contains("ない.csv が見つかりません。");
    }

    @Test
    void every_text_has_only_characters_that_the_console_has() throws IOException {
        Path sources = Path.of(System.getProperty("basedir"), "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as("%s in windows-31j", file.getFileName())
                        .matches(text -> new String(text.getBytes(WINDOWS_31J), WINDOWS_31J).equals(text));
            }
        }
    }

    private static String onJapaneseWindows(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=windows-31j",
                "-Dstderr.encoding=windows-31j",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), WINDOWS_31J);
        process.waitFor();
        return said;
    }
}
