package jp.kakawari.syncclient;

import static jp.kakawari.syncclient.BrokenNetwork.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {

    private static final String NUMBER = "0198c0de-0000-7000-8000-000000000001";

    private final StringWriter out = new StringWriter();
    private final StringWriter terminal = new StringWriter();

    @TempDir
    Path desk;

    /** The line breaks after the list was taken: its number is on the screen already, to ask for it later. */
    @Test
    void the_number_is_told_before_the_report_is_there() throws IOException {
        Path list = Files.write(desk.resolve("名簿.csv"), new byte[2_500_000]);
        try (BrokenNetwork network = new BrokenNetwork()) {
            network.line(exchange -> (exchange.getRequestMethod().equals("POST")
                            ? json(202, "{\"id\": \"" + NUMBER + "\", \"state\": \"STAGED\"}")
                            : BrokenNetwork.CUT)
                    .handle(exchange));

            Failed failed = catchThrowableOfType(
                    Failed.class, () -> transfer(network).send(list, Kind.Records.SUPPORTER, "dryRun=false"));

            assertThat(failed.exit()).isEqualTo(Exit.UNREACHABLE);
        }
        assertThat(out.toString()).contains("受け付けました  受付番号 " + NUMBER);
        assertThat(terminal.toString()).contains("\r  送信中 ", " / 2.5 MB").endsWith("\r");
    }

    @Test
    void rejected_rows_are_only_saved_under_a_name_of_their_form() throws IOException {
        String workbook = Lists.typeOf(Path.of("a.xlsx"));
        try (BrokenNetwork network = new BrokenNetwork()) {
            network.line(exchange -> BrokenNetwork.answer(exchange, 200, workbook, "PK"));
            for (String name : new String[] {"やり直し.csv", "やり直し", "やり直し.ndjson"}) {
                Failed failed = catchThrowableOfType(Failed.class, () -> rejected(network, name));
                assertThat(failed.exit()).isEqualTo(Exit.WRONG_USE);
                assertThat(failed).hasMessageContaining("拡張子が .xlsx の名前").hasMessageContaining("何も保存していません");
            }
            assertThat(desk).isEmptyDirectory();
            rejected(network, "やり直し.XLSX");
            assertThat(desk.resolve("やり直し.XLSX")).hasContent("PK");

            network.line(exchange -> BrokenNetwork.answer(exchange, 200, "text/csv;charset=windows-31j", "x"));
            assertThat(catchThrowableOfType(Failed.class, () -> rejected(network, "やり直し.xlsx")))
                    .hasMessageContaining("拡張子が .csv の名前");
            rejected(network, "やり直し.txt");
        }
    }

    private void rejected(BrokenNetwork network, String name) {
        transfer(network).rejected(UUID.fromString(NUMBER), Kind.Records.SUPPORTER, desk.resolve(name));
    }

    private Transfer transfer(BrokenNetwork network) {
        return new Transfer(
                network.registry(length -> {}),
                new PrintWriter(out),
                new ProgressLine(new PrintWriter(terminal)),
                length -> {});
    }

    @Test
    void a_whole_list_is_not_asked_for_under_a_wrong_name() throws IOException {
        try (BrokenNetwork network = new BrokenNetwork()) {
            Path target = desk.resolve("名簿.xlsx");
            Failed failed =
                    catchThrowableOfType(Failed.class, () -> transfer(network).export(target, "utf-8"));
            assertThat(failed.exit()).isEqualTo(Exit.WRONG_USE);
            assertThat(failed).hasMessageContaining("拡張子が .csv の名前");
            assertThat(network.asked()).isEmpty();
        }
    }

    @Test
    void progress_is_not_written_faster_than_it_can_be_read() {
        ProgressLine line = new ProgressLine(new PrintWriter(terminal));

        for (int i = 0; i < 1000; i++) {
            line.show("送信中 " + i);
        }

        assertThat(terminal.toString()).startsWith("\r  送信中 0 ").doesNotContain("送信中 1 ");
    }
}
