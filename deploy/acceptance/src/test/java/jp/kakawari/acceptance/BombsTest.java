package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Service;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that are small on the wire and huge when they are read are refused at once, and the registry doesn't grow. */
@ExtendWith(RunningPlatform.class)
class BombsTest {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEAD = "会員番号,氏名\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET =
            "<worksheet xmlns='" + MAIN + "'><sheetData><row><c t='str'><v>会員番号</v></c><c t='str'><v>氏名</v></c></row>";
    private static final int LARGE = 200 << 20;
    private static final long A_FEW_MEGABYTES = 8 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Stream<Arguments> bombs() throws IOException {
        String other = "<!DOCTYPE worksheet [<!ENTITY other SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                Arguments.of("rows, 1:1000", CSV, gzip(HEAD, "1,清水\n", LARGE)),
                Arguments.of("one cell", CSV, gzip(HEAD + "1,\"", "x", LARGE)),
                Arguments.of("empty rows", CSV, gzip(HEAD, ",\n", 20_000_000)),
                Arguments.of("empty objects", NDJSON, gzip("{\"会員番号\":1,\"氏名\":\"清水\"}\n", "{}\n", LARGE)),
                Arguments.of("nesting", NDJSON, gzip("{\"会員番号\":", "[", LARGE)),
                Arguments.of("columns", CSV, gzip(HEAD.strip(), ",x", 200_000)),
                Arguments.of("columns of a sheet", XLSX, workbook(SHEET + "<row>", "<c><v>1</v></c>", 1_500_000)),
                Arguments.of("rows of a sheet", XLSX, workbook(SHEET, "<row/>", 60_000_000)),
                Arguments.of("cell of a sheet", XLSX, workbook(SHEET + "<row><c t='str'><v>", "x", LARGE)),
                Arguments.of(
                        "external entity", XLSX, workbook(other + SHEET + "<row><c><v>&other;</v></c>", "</row>", 1)),
                Arguments.of(
                        "entities in entities", XLSX, workbook(other.replace("SYSTEM", "") + SHEET, "&other;", 700)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a_bomb_is_refused_and_nothing_grows(String what, String type, byte[] bomb) throws Exception {
        assertThat(bomb).hasSizeLessThan(1 << 20);
        ProcessHandle registry = RunningPlatform.platform().process(Service.REGISTRY);
        long before = Heap.usedKilobytes(registry);
        HttpResponse<String> answer = send(type, bomb);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"unreadable-roster\"").doesNotContain("root:");
        assertThat(Heap.usedKilobytes(registry) - before).isLessThan(A_FEW_MEGABYTES);
    }

    private static HttpResponse<String> send(String type, byte[] bomb) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Addresses.of(at().registry(), "/v1/municipalities/242161/supporter-syncs"))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + RunningPlatform.platform().tokens().of("iga"))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(bomb));
        if (!type.equals(XLSX)) {
            request.header("Content-Encoding", "gzip");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static byte[] gzip(String start, String again, int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed, 64 * 1024)) {
            fill(gzip, start, again, bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] workbook(String start, String again, int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="%1$s.worksheet+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>
                    </Types>""".formatted(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml"));
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """.formatted(MAIN, RELATIONS));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            fill(zip, start, again, bytes);
        }
        return packed.toByteArray();
    }

    private static String relation(String kind, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/%s" Target="%s"/></Relationships>""".formatted(RELATIONS, kind, target);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(OutputStream out, String start, String again, int bytes) throws IOException {
        out.write(start.getBytes(StandardCharsets.UTF_8));
        byte[] some = again.repeat(4096).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < bytes; written += some.length) {
            out.write(some, 0, (int) Math.min(some.length, bytes - written));
        }
    }
}
