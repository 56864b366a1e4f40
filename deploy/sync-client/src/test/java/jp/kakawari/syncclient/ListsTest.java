package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private BrokenNetwork network;

    @BeforeEach
    void connect() throws IOException {
        network = new BrokenNetwork().line(BrokenNetwork.json(422, "{\"detail\": \"だめ\"}"));
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private Clerk.Run types(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--settings";
        all[arguments.length + 1] = network.settings(elsewhere).toString();
        return Clerk.types(all);
    }

    private void list(String name) throws IOException {
        Files.writeString(folder.resolve(name), "会員番号,氏名\n1,清水\n");
    }

    @Test
    void a_snapshot_of_several_lists_is_refused_before_anybody_ends() throws IOException {
        list("4月.csv");
        list("5月.csv");

        for (String command : new String[] {"send", "check"}) {
            Clerk.Run run = types(command, "--snapshot", folder.toString());
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.said()).contains("全件入替（--snapshot）では", "1つの名簿を指定してください", "何も送信していません");
        }
        assertThat(network.asked()).isEmpty();
    }

    @Test
    void a_snapshot_of_the_only_list_of_a_folder_is_sent() throws IOException {
        list("4月.csv");
        Files.writeString(folder.resolve("メモ.docx"), "");

        types("send", "--snapshot", folder.toString());

        assertThat(network.asked()).hasSize(1);
        assertThat(network.asked().getFirst().getQuery()).contains("mode=SNAPSHOT");
    }

    @Test
    void a_try_takes_the_options_that_its_hints_name() throws IOException {
        list("4月.csv");

        types("check", "--snapshot", "--end-at-most", "50", "--list-wins", folder.toString());

        assertThat(network.asked().getFirst().getQuery())
                .contains("dryRun=true", "mode=SNAPSHOT", "endAtMost=50", "onConflict=LIST");
    }

    @Test
    void what_excel_leaves_beside_an_open_workbook_is_no_list() throws IOException {
        list("~$名簿.xlsx");
        list("名簿.csv");

        assertThat(Lists.of(folder, true)).containsExactly(folder.resolve("名簿.csv"));
    }

    @Test
    void a_folder_without_lists_is_told() throws IOException {
        Clerk.Run run = types("send", folder.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.said()).contains("名簿（.csv .txt .ndjson .xlsx）がありません");
    }

    @Test
    void a_folder_that_may_not_be_opened_is_told() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            boolean opens = Files.isReadable(folder);
            Clerk.Run run = types("send", folder.toString());
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.said()).contains(opens ? "がありません" : "を開けません").doesNotContain("Exception");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
