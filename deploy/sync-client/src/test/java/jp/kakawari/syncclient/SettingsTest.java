package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Map<String, String> WHOLE = Map.of(
            "KAKAWARI_REGISTRY", "https://registry.example.jp/",
            "KAKAWARI_TOKEN", "https://login.example.jp/token",
            "KAKAWARI_CLIENT", "hida",
            "KAKAWARI_SECRET", "hida-secret",
            "KAKAWARI_MUNICIPALITY", "212172");

    @TempDir
    Path desk;

    @Test
    void a_file_that_notepad_saved_is_read() throws IOException {
        Path file = Files.writeString(
                desk.resolve("kakawari-sync.properties"),
                "\uFEFFregistry=https://registry.example.jp\r\ntoken=https://login.example.jp/token\r\n"
                        + "client=hida\r\nsecret=hida-secret\r\nmunicipality=212172\r\n");

        assertThat(Settings.of(file, Map.of())).isEqualTo(Settings.of(desk.resolve("none"), WHOLE));
    }

    @Test
    void what_is_no_address_is_named() {
        refused("KAKAWARI_REGISTRY", "registry.example.jp", "設定「registry」がアドレスになっていません: registry.example.jp");
        refused("KAKAWARI_REGISTRY", "localhost:8081", "設定「registry」がアドレスになっていません");
        refused("KAKAWARI_REGISTRY", "ftp://registry.example.jp", "設定「registry」がアドレスになっていません");
        refused("KAKAWARI_TOKEN", "https://", "設定「token」がアドレスになっていません");
        refused("KAKAWARI_TOKEN", "https:// login", "設定「token」がアドレスになっていません");
        refused("KAKAWARI_MUNICIPALITY", "飛騨市", "設定「municipality」には6けたの団体コード");
        refused("KAKAWARI_CLIENT", " ", "設定「client」がありません");
    }

    private void refused(String variable, String value, String said) {
        Map<String, String> environment = new HashMap<>(WHOLE);
        environment.put(variable, value);
        assertThatThrownBy(() -> Settings.of(desk.resolve("none"), environment))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining(said);
    }

    @Test
    void a_wrong_address_ends_a_command_with_its_name_and_not_with_rejected_rows() throws IOException {
        Path file = Files.writeString(
                desk.resolve("s.properties"),
                "registry=registry.example.jp\ntoken=https://t\nclient=c\nsecret=s\nmunicipality=212172\n");
        Path list = Files.writeString(desk.resolve("a.csv"), "会員番号,氏名\n");

        Clerk.Run run = Clerk.types("send", list.toString(), "--settings", file.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.said()).contains("設定「registry」").doesNotContain("Exception");
    }
}
