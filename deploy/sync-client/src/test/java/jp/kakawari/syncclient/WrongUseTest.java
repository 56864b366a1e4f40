package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongUseTest {

    @Test
    void what_is_wrong_is_said_in_japanese_with_the_use_of_the_command() {
        refused("ファイル を指定してください。", "send");
        refused("受付番号 を指定してください。", "rejected");
        refused("--kind に値を指定してください。", "send", "--kind");
        refused("--kind の値「ledger」が正しくありません。", "send", "--kind", "ledger", "a.csv");
        refused("--end-at-most の値「多め」が正しくありません。", "send", "--end-at-most", "多め", "a.csv");
        refused("--every が2回指定されています。", "follow", "--every", "1", "--every", "2", "a.csv");
        refused("「--snapshots」というオプションはありません。", "send", "--snapshots", "a.csv");
        refused("「b.csv」は指定できません。", "send", "a.csv", "b.csv");
        refused("「snd」は指定できません。もしかして: send", "snd", "a.csv");
    }

    private static void refused(String said, String... arguments) {
        Clerk.Run run = Clerk.types(arguments);
        assertThat(run.said()).startsWith(said).contains("使い方: kakawari-sync", "オプション:");
        assertThat(run.said()).doesNotContain("Usage", "Missing", "Unknown", "Invalid", "Possible");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void options_that_make_no_sense_together_are_wrong_use() {
        notTogether("--kind membership", "send", "--scheme", "sk-club", "a.csv");
        notTogether("全件入替（--snapshot）はできません", "send", "--kind", "engagement", "--snapshot", "a.csv");
        notTogether("制度（--scheme）を指定してください", "check", "--kind", "membership", "--snapshot", "a.csv");
    }

    private static void notTogether(String said, String... arguments) {
        Clerk.Run run = Clerk.types(arguments);
        assertThat(run.said()).contains(said);
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void each_command_tells_its_use_when_asked_to() {
        for (String command : new String[] {"check", "send", "rejected", "follow", "export", "mapping"}) {
            Clerk.Run run = Clerk.types(command, "--help");
            assertThat(run.said())
                    .startsWith("使い方: kakawari-sync " + command)
                    .contains("オプション:", "使い方を表示する")
                    .doesNotContain("Show", "Print");
            assertThat(run.exit()).isZero();
        }
        assertThat(Clerk.types("--version").said()).startsWith("kakawari-sync ");
        assertThat(Clerk.types("mapping", "組合員コード").exit()).isEqualTo(2);
    }
}
