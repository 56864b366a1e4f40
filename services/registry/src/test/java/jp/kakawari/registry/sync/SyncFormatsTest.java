package jp.kakawari.registry.sync;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Lists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A list may come as CSV, NDJSON or xlsx; everything after that is the same. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncFormatsTest {

    private static final List<String> HEADER = List.of("会員番号", "氏名", "生年月日", "できること");

    @Inject
    SyncTables tables;

    @AfterEach
    void nothingIsStaged() throws SQLException {
        assertThat(tables.staged()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aListMakesSupportersInEveryFormat(Format format) {
        String number = "FM-" + format + "-";
        byte[] list = Lists.of(
                format,
                List.of(
                        HEADER,
                        List.of(number + "1", "清水 翔", "S62.9.3", "翻訳、林業"),
                        List.of(number + "2", "髙橋 葵", "1990-01-02", ""),
                        List.of("ＦＭ－" + format + "－　２", "髙橋 葵", "1990/1/3", "")));
        Map<String, Object> report = IGA.report(IGA.send(format, list, false));
        assertThat(report).containsEntry("format", format.name());
        assertThat(progress(report))
                .containsEntry("rowsRead", 3)
                .containsEntry("created", 2)
                .containsEntry("superseded", 1)
                .containsEntry("bytes", list.length);
        assertThat(progress(IGA.report(IGA.send(
                        Format.CSV,
                        Lists.of(
                                Format.CSV,
                                List.of(
                                        HEADER,
                                        List.of(number + "1", "清水 翔", "1987-9-3", "翻訳、林業"),
                                        List.of(number + "2", "髙橋 葵", "1990/01/03", ""))),
                        true))))
                .containsEntry("unchanged", 2);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void rejectedRowsComeBackInTheirFormatAndCorrectedTheyAreTaken(Format format) {
        List<List<String>> list =
                List.of(List.of("会員番号", "氏名", "生年月日", "備考"), List.of("=FR-" + format, "清水 翔", "1985/2/30", "=1+1"));
        Map<String, Object> report = IGA.report(IGA.send(format, Lists.of(format, list), false));
        assertThat(progress(report)).containsEntry("rejected", 1);
        Response file = IGA.get(IGA.path() + "/" + report.get("id") + "/rejections");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith(format.mediaType());
        assertThat(file.header("Content-Disposition")).contains("." + format.extension());
        Map<String, Object> again = IGA.report(IGA.send(format, file.asByteArray(), false));
        assertThat(again.get("rejections").toString()).contains("impossibleBirthDate");
        byte[] corrected = Lists.replaced(format, file.asByteArray(), "1985/2/30", "1985/2/28");
        assertThat(progress(IGA.report(IGA.send(format, corrected, false)))).containsEntry("created", 1);
        byte[] whole = Lists.replaced(format, Lists.of(format, list), "1985/2/30", "1985-02-28");
        assertThat(progress(IGA.report(IGA.send(format, whole, false)))).containsEntry("unchanged", 1);
    }

    @Test
    void whoAsksForAnotherFormatIsToldSo() {
        Map<String, Object> report = IGA.sync("会員番号,氏名\n,清水\n");
        given().auth()
                .oauth2(ListSender.token("iga"))
                .accept(Format.XLSX.mediaType())
                .get(IGA.path() + "/" + report.get("id") + "/rejections")
                .then()
                .statusCode(406);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "NDJSON"})
    void aListMayBeGzipped(Format format) {
        byte[] list = Lists.of(format, List.of(HEADER, List.of("FG-1", "清水", "", ""), List.of("FG-2", "髙橋", "", "")));
        assertThat(progress(IGA.report(IGA.sendEncoded(format, "gzip", Lists.gzip(list), true))))
                .containsEntry("rowsRead", 2)
                .containsEntry("bytes", list.length);
        byte[] halves = joined(Lists.gzip(slice(list, 0, 40)), Lists.gzip(slice(list, 40, list.length)));
        assertThat(progress(IGA.report(IGA.sendEncoded(format, "gzip", halves, true))))
                .containsEntry("rowsRead", 2);
    }

    @ParameterizedTest
    @CsvSource({"XLSX, gzip", "CSV, br", "CSV, 'gzip, gzip'", "NDJSON, deflate"})
    void otherCompressionIsNotTaken(Format format, String encoding) {
        IGA.sendEncoded(format, encoding, new byte[] {1, 2, 3}, true)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-content-encoding"));
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/json", "application/vnd.ms-excel", "application/xml"})
    void otherFormatsAreNotTaken(String type) {
        IGA.send(type, "会員番号,氏名\n1,清水\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void whatIsNoGzipOrABombIsRefused() {
        IGA.sendEncoded(Format.CSV, "gzip", "会員番号,氏名\n".getBytes(StandardCharsets.UTF_8), true)
                .then()
                .statusCode(422)
                .body("part", equalTo("gzip"));
        byte[] bomb = Lists.gzip(("会員番号,氏名\n" + "1,清水\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
        IGA.sendEncoded(Format.CSV, "gzip", bomb, true)
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable-roster"))
                .body("part", equalTo("gzip"));
        byte[] whole = Lists.gzip("会員番号,氏名\n1,清水\n2,髙橋\n".getBytes(StandardCharsets.UTF_8));
        IGA.sendEncoded(Format.CSV, "gzip", slice(whole, 0, whole.length - 12), true)
                .then()
                .statusCode(400)
                .body("code", equalTo("broken-upload"));
    }

    @Test
    void aWorkbookThatNamesOtherFilesIsRefused() throws SQLException {
        long jobs = tables.count("select count(*) from sync_job");
        String sheet = """
                <!DOCTYPE worksheet [<!ENTITY other SYSTEM "file:///etc/passwd">]>
                %s<sheetData><row><c t="str"><v>会員番号</v></c><c t="str"><v>氏名</v></c></row>
                <row><c t="str"><v>1</v></c><c t="str"><v>&other;</v></c></row></sheetData></worksheet>""".formatted(Lists.SHEET);
        IGA.send(Format.XLSX, Lists.workbookOf(sheet), false)
                .then()
                .statusCode(422)
                .body("part", equalTo("xl/worksheets/sheet1.xml"))
                .body("detail", containsString("DOCTYPE"));
        IGA.send(Format.XLSX, "会員番号,氏名\n1,清水\n".getBytes(StandardCharsets.UTF_8), false)
                .then()
                .statusCode(422)
                .body("part", equalTo("zip"));
        IGA.send(Format.NDJSON, "{\"会員番号\": 1, \"氏名\": \"清水\"}\nx\n".getBytes(StandardCharsets.UTF_8), false)
                .then()
                .statusCode(422)
                .body("line", equalTo(2));
        assertThat(tables.count("select count(*) from sync_job")).isEqualTo(jobs);
    }

    @Test
    void whatUnknownColumnsMayBeIsProposedAndAppliedOnlyOnceStored() {
        ListSender oguni = ListSender.MINAMIOGUNI;
        List<List<String>> list = new ArrayList<>(List.of(List.of("組合員の番号", "漢字氏名", "連絡用携帯", "担当")));
        for (int i = 0; i < 10; i++) {
            list.add(List.of("PR-" + i, "清水 翔", "090-1234-567" + i, "佐藤"));
        }
        oguni.send(Format.XLSX, Lists.of(Format.XLSX, list), true)
                .then()
                .statusCode(422)
                .body("line", equalTo(1))
                .body("proposals.find { it.column == 3 }.field", equalTo("phone"))
                .body("proposals.find { it.column == 3 }.confidence", greaterThan(0.8f));

        list.set(0, List.of("会員番号", "氏名", "連絡用携帯", "担当"));
        Response rehearsal = oguni.send(Format.CSV, Lists.of(Format.CSV, list), true);
        rehearsal
                .then()
                .statusCode(202)
                .body("columns[2].field", equalTo(null))
                .body("columns[2].proposal.field", equalTo("phone"))
                .body("columns[2].proposal.confidence", greaterThan(0.8f))
                .body("columns[2].proposal.ja", containsString("電話番号"))
                .body("columns[3].proposal", equalTo(null));
        oguni.report(rehearsal);

        String path = "/v1/municipalities/" + oguni.municipality() + "/column-mapping";
        String tag = oguni.get(path).header("ETag");
        put(path, tag, "{\"columns\": [{\"header\": \"連絡用携帯\", \"field\": \"phone\"}]}");
        Response mapped = oguni.send(Format.CSV, Lists.of(Format.CSV, list), true);
        mapped.then()
                .statusCode(202)
                .body("columns[2].field", equalTo("phone"))
                .body("columns[2].proposal", equalTo(null));
        oguni.report(mapped);
        put(path, oguni.get(path).header("ETag"), "{\"columns\": []}");
    }

    private static void put(String path, String tag, String mapping) {
        given().auth()
                .oauth2(ListSender.token("minamioguni"))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(mapping)
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void aListInWindows31jGoesBackInIt() {
        Charset windows = Charset.forName("windows-31j");
        byte[] list = "{\"会員番号\": \"FW-1\", \"氏名\": \"﨑山\", \"生年月日\": \"2099-1-1\"}\n".getBytes(windows);
        Map<String, Object> report = IGA.report(IGA.send(Format.NDJSON, list, true));
        byte[] file =
                IGA.get(IGA.path() + "/" + report.get("id") + "/rejections").asByteArray();
        assertThat(new String(file, windows)).isEqualTo("""
                {"行":1,"理由":"生年月日が未来の日付です","会員番号":"FW-1","氏名":"﨑山","生年月日":"2099-1-1"}
                """);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
