package jp.kakawari.registry.sync;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Lists;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not taken, and that nothing is left of it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncRefusalsTest {

    private static final byte[] LIST = utf8("会員番号,氏名\nRF-1,清水\n");

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    private long jobs;

    @BeforeEach
    void countJobs() throws SQLException {
        jobs = tables.count("select count(*) from sync_job");
    }

    @AfterEach
    void nothingIsStaged() throws SQLException {
        assertThat(tables.staged()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ファイルが空です",
        "'氏名,住所\n清水,東京\n', 会員番号",
        "'会員番号,氏名\n1,a\u0000b\n', 2行目",
        "'会員番号,氏名\n1,\"清水\n', 2行目",
        "'会員番号,氏名\n1,\"清水\"翔\n', 2行目",
    })
    void aBadFileIsRefusedByItsLine(String file, String place) throws SQLException {
        assertUnreadable(KASHIWAZAKI.send(utf8(file), false), place);
    }

    @Test
    void aFileInNoEncodingIsRefusedByItsLine() throws SQLException {
        byte[] neither = utf8("会員番号,氏名\nRF-1,清水\nRF-2,x\n");
        neither[neither.length - 2] = (byte) 0xFF;
        assertUnreadable(KASHIWAZAKI.send(neither, false), "3行目");
    }

    @Test
    void aRowOfTenMegabytesIsRefusedByItsLine() throws SQLException {
        byte[] huge = utf8("会員番号,氏名\nRF-1,清水\nRF-2," + "x".repeat(10_000_000) + "\n");
        assertUnreadable(KASHIWAZAKI.send(huge, false), "3行目");
    }

    @Test
    void tenMillionEmptyRowsAreRefusedByTheirLine() throws SQLException {
        assertUnreadable(KASHIWAZAKI.send(utf8("会員番号,氏名\nRF-1,清水\n" + "\n".repeat(10_000_000)), false), "1048579行目");
    }

    @Test
    void aHundredThousandColumnsAreRefusedByTheirLine() throws SQLException {
        List<String> columns = new ArrayList<>(List.of("会員番号", "氏名"));
        for (int i = 0; i < 100_000; i++) {
            columns.add("c" + i);
        }
        for (Format format : List.of(Format.CSV, Format.NDJSON)) {
            assertUnreadable(KASHIWAZAKI.send(format, Lists.of(format, List.of(columns, columns)), false), "1行目");
        }
        String cells = "<c t='str'><v>x</v></c>".repeat(100_000);
        byte[] sheet = Lists.workbook("<sheetData><row>" + cells + "</row></sheetData>");
        assertUnreadable(KASHIWAZAKI.send(Format.XLSX, sheet, false), "1");
    }

    @Test
    void aWorkbookThatIsABombIsRefusedByItsPart() throws SQLException {
        String rows = "<row/>".repeat(10_000_000);
        byte[] bomb = Lists.workbook("<sheetData><row><c t='str'><v>会員番号</v></c></row>" + rows + "</sheetData>");
        assertThat(bomb).hasSizeLessThan(200_000);
        assertUnreadable(KASHIWAZAKI.send(Format.XLSX, bomb, false), "xl/worksheets/sheet1.xml");
    }

    private void assertUnreadable(Response answer, String place) throws SQLException {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("unreadable-roster"))
                .body("detail", containsString(place));
        assertThat(tables.count("select count(*) from sync_job")).isEqualTo(jobs);
    }

    @Test
    void onlyTheMunicipalityItselfMaySend() {
        new ListSender("hida", "194425")
                .send(LIST, false)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-yours"));
        new ListSender("secretariat", "212172").send(LIST, false).then().statusCode(403);
        new ListSender("hida", "212173")
                .send(LIST, false)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("municipality"));
        new ListSender("iga", "242161").get(HIDA.path()).then().statusCode(403);
        given().auth()
                .oauth2(ListSender.token("hida"))
                .contentType("text/csv")
                .body(LIST)
                .post(HIDA.path())
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void theSameKeyAnswersTheSame() {
        String key = UUID.randomUUID().toString();
        Response first = KASHIWAZAKI.send(LIST, true, key);
        Response second = KASHIWAZAKI.send(LIST, true, key);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        KASHIWAZAKI.report(first);
        KASHIWAZAKI
                .send(utf8("会員番号,氏名\nRF-3,清水\n"), true, key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void oneListAtATime() throws SQLException {
        UUID running = UUID.randomUUID();
        try (MunicipalityLock held = MunicipalityLock.take(database, IGA.municipality(), Duration.ofSeconds(2))
                .orElseThrow()) {
            Sql.run(held.connection(), """
                    insert into sync_job (id, municipality, dry_run, state, kind)
                    values (?, ?, false, 'RECEIVING', 'supporter')""", running, IGA.municipality());
            held.connection().commit();
            IGA.send(LIST, true)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("sync-running"))
                    .body("allowedActions", equalTo(List.of("follow", "sendLater")));
            Sql.run(held.connection(), "delete from sync_job where id = ?", running);
            held.connection().commit();
        }
        IGA.report(IGA.send(LIST, true));
    }

    @Test
    void aBodyWithoutEndIsAnsweredAndCut() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> statusLine(socket));
            long sent = sendWithoutEnd(socket, answer);
            assertThat(answer.get(10, TimeUnit.SECONDS)).startsWith("HTTP/1.1 422");
            assertThat(sent).isLessThan(100_000_000);
        }
    }

    @Test
    void aLengthThatIsTooMuchIsRefusedBeforeAByteIsRead() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head("Content-Length: 600000000"));
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
        }
    }

    private static byte[] head(String length) {
        return utf8("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: text/csv\r
                Idempotency-Key: %s\r
                %s\r
                \r
                """.formatted(KASHIWAZAKI.path(), ListSender.token("kashiwazaki"), UUID.randomUUID(), length));
    }

    private static long sendWithoutEnd(Socket socket, CompletableFuture<String> answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head("Transfer-Encoding: chunked"));
        byte[] start = utf8("会員番号,氏名\n1,\"");
        out.write(utf8(Integer.toHexString(start.length) + "\r\n"));
        out.write(start);
        byte[] chunk = utf8("\r\n10000\r\n" + "x".repeat(0x10000));
        long sent = 0;
        try {
            while (!socket.isClosed() && sent < 200_000_000) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (SocketException cut) {
            return sent;
        }
        return sent;
    }

    private static String statusLine(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
