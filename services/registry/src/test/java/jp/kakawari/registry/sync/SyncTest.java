package jp.kakawari.registry.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.japan.PersonName;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A municipality syncs its supporters, over HTTP and on a real database. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @Inject
    DataSource database;

    @Inject
    PersonalData personalData;

    @Inject
    ObjectMapper json;

    @Inject
    SyncSupporters syncs;

    @Inject
    SyncJobs jobs;

    @Inject
    ResumeSyncs resuming;

    @ParameterizedTest
    @CsvSource({
        "hida, 212172, hida-fanclub, windows-31j",
        "kosuge, 194425, kosuge-members, UTF-8 with BOM",
        "iga, 242161, iga-supporters, UTF-8"
    })
    void aListComesOutAsExpectedAndASecondTimeChangesNothing(
            String client, String municipality, String list, String encoding) throws Exception {
        JsonNode expected = json.readTree(sample(list + ".expected.json"));
        byte[] file = sample(list + ".csv").readAllBytes();
        long eventsBefore = events();

        Map<String, Object> rehearsed = report(send(client, municipality, file, true));
        assertCounts(rehearsed, expected, "created");
        assertThat(events()).isEqualTo(eventsBefore);
        assertThat(supporters(municipality)).isZero();

        Map<String, Object> report = report(send(client, municipality, file, false));
        assertCounts(report, expected, "created");
        assertThat(report).containsEntry("encoding", encoding);
        assertThat(supporters(municipality)).isEqualTo(expected.get("valid").asLong());
        assertThat(events()).isEqualTo(eventsBefore + expected.get("valid").asLong());
        assertMembers(municipality, expected.get("members"));

        Map<String, Object> again = report(send(client, municipality, file, false));
        assertCounts(again, expected, "unchanged");
        assertThat(events()).isEqualTo(eventsBefore + expected.get("valid").asLong());
        assertThat(left()).isZero();
    }

    @Test
    void aChangedRowRaisesOneEventWithTheWholeSupporter() throws Exception {
        String before = "会員番号,氏名,都道府県,住所,できること,関わりのきっかけ,メール配信同意\nMO-1,清水 翔,熊本県,南小国町1,翻訳,出身,×\nMO-2,髙橋 葵,東京都,港区2,,,○\n";
        report(send("minamioguni", "434230", before.getBytes(StandardCharsets.UTF_8), false));
        long eventsBefore = events();
        String after = before.replace("翻訳", "翻訳、林業").replace("×", "○");
        Map<String, Object> report = report(send("minamioguni", "434230", after.getBytes(WINDOWS_31J), false));

        assertThat(progress(report)).containsEntry("changed", 1).containsEntry("unchanged", 1);
        assertThat(events()).isEqualTo(eventsBefore + 1);
        SupporterChanged changed = json.readValue(
                one(
                        "select body::text from supporter_state join tie on supporter = id where municipality = ? and source_id = ?",
                        "434230",
                        "MO-1"),
                SupporterChanged.class);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.skills()).containsExactly("翻訳", "林業");
        assertThat(changed.prefecture()).isEqualTo("43");
        assertThat(changed.registeredBy()).isEqualTo(UUID.fromString("00000000-0000-7000-8000-000000434230"));
        assertThat(changed.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.municipality()).isEqualTo("434230");
            assertThat(tie.origins()).containsExactly("BIRTHPLACE");
            assertThat(tie.resident()).isTrue();
            assertThat(tie.mailConsent()).isTrue();
        });
    }

    @Test
    void nothingPersonalStandsInClear() throws Exception {
        String list =
                "会員番号,氏名,電話番号,メールアドレス\nKW-1,架空見本太郎,07090274044,taro.mihon@example.jp\nKW-2,架空見本太郎,壊れた番号,taro.mihon@example.jp\n";
        report(send("kashiwazaki", "152056", list.getBytes(StandardCharsets.UTF_8), false));
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("supporter", "tie", "sync_job", "sync_row", "sync_rejection", "outbox")) {
                List<String> rows =
                        Sql.list(connection, row -> row.getString(1), "select t::text from " + table + " t");
                for (String secret : List.of("架空見本太郎", "07090274044", "070-9027-4044", "taro.mihon", "壊れた番号")) {
                    String hex = java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                    assertThat(rows).noneMatch(row -> row.contains(secret) || row.contains(hex));
                }
            }
        }
    }

    @Test
    void rejectedRowsComeBackInTheFormThatCameIn() throws Exception {
        String list =
                "会員番号,氏名,生年月日,備考\r\nKW-11,清水 翔,1985/2/30,=HYPERLINK(\"x\")\r\nKW-12,﨑山 葵,S62.9.3,①\r\n,髙橋,2099/1/1,\"改行\nあり\"\r\n";
        Map<String, Object> report = report(send("kashiwazaki", "152056", list.getBytes(WINDOWS_31J), true));
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(report.get("rejections").toString())
                .contains("impossibleBirthDate", "lines=[2]", "missingMemberNumber", "lines=[4]");
        byte[] file = given().auth()
                .oauth2(token("kashiwazaki"))
                .get("/v1/municipalities/152056/supporter-syncs/" + report.get("id") + "/rejections")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=windows-31j"))
                .extract()
                .asByteArray();
        assertThat(new String(file, WINDOWS_31J)).isEqualTo("""
                行,理由,会員番号,氏名,生年月日,備考\r
                2,生年月日が日付として正しくありません,KW-11,清水 翔,1985/2/30,"'=HYPERLINK(""x"")"\r
                4,会員番号がありません、生年月日が未来の日付です,,髙橋,2099/1/1,"改行
                あり"\r
                """);
    }

    @Test
    void aMappingOfItsOwnIsUsed() {
        String mapping = "/v1/municipalities/434230/column-mapping";
        String token = token("minamioguni");
        given().auth().oauth2(token).get(mapping).then().statusCode(200).header("ETag", "\"0\"");
        String body = """
                {"columns": [{"header": "組合員コード", "field": "memberNumber"}, {"header": "漢字", "field": "name"}]}""";
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(mapping)
                .then()
                .statusCode(428);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(body.replace("\"name\"", "\"nothing\""))
                .put(mapping)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/columns/1/field"));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(body)
                .put(mapping)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(body)
                .put(mapping)
                .then()
                .statusCode(412);

        byte[] list = "漢字,担当,組合員ｺｰﾄﾞ\n清水 翔,佐藤,A1\n".getBytes(StandardCharsets.UTF_8);
        Map<String, Object> report = report(send("minamioguni", "434230", list, true));
        assertThat(progress(report)).containsEntry("created", 1);
        assertThat(report.get("columns").toString()).contains("header=担当}").contains("field=memberNumber");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 422, unreadable-roster, 1行目",
        "'氏名,住所\n清水,東京\n', 422, unreadable-roster, 会員番号",
        "'会員番号,氏名\n1,a\u0000b\n', 422, unreadable-roster, 2行目",
        "'会員番号,氏名\n1,\"清水\n', 422, unreadable-roster, 2行目",
    })
    void aBadFileIsRefusedByItsLine(String file, int status, String code, String place) throws SQLException {
        long jobsBefore = count("select count(*) from sync_job where municipality = '152056'");
        send("kashiwazaki", "152056", file.getBytes(StandardCharsets.UTF_8), false)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(place));
        assertThat(count("select count(*) from sync_job where municipality = '152056'"))
                .isEqualTo(jobsBefore);
        assertThat(left()).isZero();
    }

    @Test
    void aFileInNoEncodingAndAHugeRowAreRefusedByTheirLine() throws SQLException {
        byte[] neither = "会員番号,氏名\n1,清水\n2,\u00FD\u00FD\n".getBytes(StandardCharsets.ISO_8859_1);
        neither[neither.length - 2] = (byte) 0xFF;
        send("kashiwazaki", "152056", neither, false).then().statusCode(422).body("code", equalTo("unreadable-roster"));
        byte[] huge = ("会員番号,氏名\n1,清水\n2," + "x".repeat(10_000_000) + "\n").getBytes(StandardCharsets.UTF_8);
        send("kashiwazaki", "152056", huge, false).then().statusCode(422).body("detail", containsString("3行目"));
        assertThat(left()).isZero();
    }

    @Test
    void onlyTheMunicipalityItselfMaySend() {
        byte[] list = "会員番号,氏名\n1,清水\n".getBytes(StandardCharsets.UTF_8);
        send("hida", "194425", list, false).then().statusCode(403).body("code", equalTo("not-yours"));
        send("secretariat", "212172", list, false).then().statusCode(403);
        send("hida", "212173", list, false).then().statusCode(400).body("errors[0].parameter", equalTo("municipality"));
        given().auth()
                .oauth2(token("hida"))
                .contentType("text/csv")
                .body(list)
                .post("/v1/municipalities/212172/supporter-syncs")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        given().auth()
                .oauth2(token("iga"))
                .get("/v1/municipalities/212172/supporter-syncs")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameKeyAnswersTheSame() {
        byte[] list = "会員番号,氏名\nKW-21,清水\n".getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();
        Response first = send("kashiwazaki", "152056", list, true, key);
        Response second = send("kashiwazaki", "152056", list, true, key);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        byte[] other = "会員番号,氏名\nKW-22,清水\n".getBytes(StandardCharsets.UTF_8);
        send("kashiwazaki", "152056", other, true, key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        report(first);
    }

    @Test
    void oneListAtATime() throws SQLException {
        byte[] list = "会員番号,氏名\nIG-X,清水\n".getBytes(StandardCharsets.UTF_8);
        try (MunicipalityLock held = MunicipalityLock.take(database, "242161").orElseThrow()) {
            assertThat(held.connection().isClosed()).isFalse();
            send("iga", "242161", list, true)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("sync-running"))
                    .body("allowedActions", equalTo(List.of("follow", "sendLater")));
        }
        report(send("iga", "242161", list, true));
    }

    @Test
    void whatWasPromisedIsMergedAfterADeath() throws Exception {
        byte[] list = "会員番号,氏名\nKS-1,清水\nKS-2,髙橋\n".getBytes(StandardCharsets.UTF_8);
        Arrival arrival = syncs.receive("194425", null, false, new ByteArrayInputStream(list));
        SyncJob promised = arrival.promise();
        die("194425");
        try (Connection connection = database.getConnection()) {
            jobs.merging(connection, promised.id());
        }
        resuming.look();
        SyncJob merged = jobs.find("194425", promised.id()).orElseThrow();
        assertThat(merged.state()).isEqualTo(SyncJob.State.DONE);
        assertThat(merged.created()).isEqualTo(2);
        assertThat(left()).isZero();
        resuming.look();
        assertThat(jobs.find("194425", promised.id()).orElseThrow()).isEqualTo(merged);
    }

    @Test
    void whatWasNotPromisedIsClosedAfterADeath() throws Exception {
        byte[] list = "会員番号,氏名\nKS-3,清水\n".getBytes(StandardCharsets.UTF_8);
        syncs.receive("194425", null, false, new ByteArrayInputStream(list));
        die("194425");
        resuming.look();
        SyncJob failed = jobs.list("194425", null, 1).getFirst();
        assertThat(failed.state()).isEqualTo(SyncJob.State.FAILED);
        assertThat(failed.failure()).isEqualTo("interrupted");
        assertThat(left()).isZero();
    }

    @Test
    void someoneWhoHadTheirRecordRemovedStaysAway() throws Exception {
        byte[] list = "会員番号,氏名\nKW-31,清水\nKW-32,髙橋\n".getBytes(StandardCharsets.UTF_8);
        report(send("kashiwazaki", "152056", list, false));
        run("""
                update supporter set state = 'REMOVED', personal = null, email_index = null
                where id = (select supporter from tie where municipality = '152056' and source_id = 'KW-31')""");
        Map<String, Object> again = report(send("kashiwazaki", "152056", list, false));
        assertThat(progress(again)).containsEntry("unchanged", 1).containsEntry("rejected", 1);
        assertThat(again.get("rejections").toString()).contains("removedOnRequest");

        byte[] changed = "会員番号,氏名\nKW-32,髙橋 葵\n".getBytes(StandardCharsets.UTF_8);
        Arrival arrival = syncs.receive("152056", null, false, new ByteArrayInputStream(changed));
        SyncJob promised = arrival.promise();
        run("""
                update supporter set state = 'REMOVED', personal = null, email_index = null
                where id = (select supporter from tie where municipality = '152056' and source_id = 'KW-32')""");
        arrival.close();
        Map<String, Object> late = await("kashiwazaki", "/v1/municipalities/152056/supporter-syncs/" + promised.id());
        assertThat(progress(late)).containsEntry("changed", 0).containsEntry("rejected", 1);
    }

    @Test
    void cancelledWhileReceivingNothingIsLeft() throws Exception {
        byte[] list = "会員番号,氏名\nIG-C,清水\n".getBytes(StandardCharsets.UTF_8);
        Arrival arrival = syncs.receive("242161", null, false, new ByteArrayInputStream(list));
        UUID job = jobs.running("242161").orElseThrow();
        given().auth()
                .oauth2(token("iga"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/municipalities/242161/supporter-syncs/" + job + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        org.assertj.core.api.Assertions.assertThatExceptionOfType(SyncCancelled.class)
                .isThrownBy(arrival::promise);
        arrival.close();
        assertThat(jobs.find("242161", job).orElseThrow().state()).isEqualTo(SyncJob.State.CANCELLED);
        assertThat(left()).isZero();
        given().auth()
                .oauth2(token("iga"))
                .get("/v1/municipalities/242161/supporter-syncs/" + job + "/rejections")
                .then()
                .statusCode(409);
    }

    @Test
    void theListOfSyncsIsPagedNewestFirst() {
        byte[] list = "会員番号,氏名\nKW-41,清水\n".getBytes(StandardCharsets.UTF_8);
        report(send("kashiwazaki", "152056", list, true));
        Map<String, Object> newest = report(send("kashiwazaki", "152056", list, true));
        Response page = given().auth()
                .oauth2(token("kashiwazaki"))
                .get("/v1/municipalities/152056/supporter-syncs?limit=1&count=true");
        assertThat(page.jsonPath().getString("items[0].id")).isEqualTo(newest.get("id"));
        assertThat(page.jsonPath().getLong("count")).isGreaterThanOrEqualTo(2);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        String next = page.jsonPath().getString("next");
        given().auth()
                .oauth2(token("kashiwazaki"))
                .queryParam("cursor", next)
                .get("/v1/municipalities/152056/supporter-syncs?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    private Response send(String client, String municipality, byte[] file, boolean dryRun) {
        return send(client, municipality, file, dryRun, UUID.randomUUID().toString());
    }

    private Response send(String client, String municipality, byte[] file, boolean dryRun, String key) {
        return given().auth()
                .oauth2(token(client))
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .queryParam("dryRun", dryRun)
                .body(file)
                .post("/v1/municipalities/" + municipality + "/supporter-syncs");
    }

    private Map<String, Object> report(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String location = answer.header("Location");
        String path = location.substring(location.indexOf("/v1/"));
        return await(client(path), path);
    }

    private static String client(String path) {
        return Map.of(
                        "212172", "hida",
                        "194425", "kosuge",
                        "242161", "iga",
                        "434230", "minamioguni",
                        "152056", "kashiwazaki")
                .get(path.split("/")[3]);
    }

    private static Map<String, Object> await(String client, String path) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Map<String, Object> job;
        do {
            job = given().auth().oauth2(token(client)).get(path).jsonPath().getMap("");
            assertThat(System.nanoTime()).as("%s", job).isLessThan(deadline);
        } while (!List.of("DONE", "FAILED").contains(job.get("state")));
        assertThat(job).containsEntry("state", "DONE");
        return job;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> progress(Map<String, Object> job) {
        return (Map<String, Object>) job.get("progress");
    }

    private void assertCounts(Map<String, Object> job, JsonNode expected, String accepted) {
        Map<String, Integer> counts = new HashMap<>(Map.of("created", 0, "changed", 0, "unchanged", 0));
        counts.put(accepted, expected.get("valid").asInt());
        counts.put("rowsRead", expected.get("rows").asInt());
        counts.put("rejected", expected.get("rejectedTotal").asInt());
        counts.put("superseded", expected.get("changedAgain").asInt());
        assertThat(progress(job)).containsAllEntriesOf(counts);
        Map<String, Integer> reasons = new HashMap<>();
        for (JsonNode reason : json.valueToTree(job.get("rejections"))) {
            reasons.put(reason.get("code").asText(), reason.get("count").asInt());
            assertThat(reason.get("lines")).hasSize(reason.get("count").asInt());
        }
        Map<String, Integer> expectedReasons = new HashMap<>();
        expected.get("rejected")
                .properties()
                .forEach(e -> expectedReasons.put(e.getKey(), e.getValue().asInt()));
        assertThat(reasons).isEqualTo(expectedReasons);
    }

    private void assertMembers(String municipality, JsonNode members) throws SQLException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            try (Connection connection = database.getConnection()) {
                Sql.list(
                        connection,
                        row -> {
                            UUID id = row.getObject(1, UUID.class);
                            Personal personal = personalData.open(id, row.getBytes(2));
                            JsonNode truth = member.getValue();
                            String given = personal.givenName() == null ? "" : personal.givenName();
                            assertThat(personal.birthDate())
                                    .hasToString(truth.get("birthDate").asText());
                            assertThat(PersonName.withoutSpaces(personal.familyName() + given))
                                    .isEqualTo(
                                            truth.get("fullNameWithoutSpaces").asText());
                            assertThat(personal.phone())
                                    .isEqualTo(truth.get("phone").asText());
                            assertThat(row.getBoolean(3))
                                    .isEqualTo(truth.get("consentMail").asBoolean());
                            return id;
                        },
                        """
                        select s.id, s.personal, t.mail_consent from tie t join supporter s on s.id = t.supporter
                        where t.municipality = ? and t.source_id = ?""",
                        municipality,
                        member.getKey());
            }
        }
    }

    /** How many events were ever appended. */
    private long events() throws SQLException {
        return count("select case when is_called then last_value else 0 end from outbox_id_seq");
    }

    private long supporters(String municipality) throws SQLException {
        return count("select count(*) from tie where municipality = '" + municipality + "'");
    }

    private long left() throws SQLException {
        return count("select count(*) from sync_row");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.list(connection, row -> row.getLong(1), sql).getFirst();
        }
    }

    private String one(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.list(connection, row -> row.getString(1), sql, parameters)
                    .getFirst();
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Sql.run(connection, sql)).isEqualTo(1);
        }
    }

    /** Kills the connection that holds the municipality's lock, as the death of its process does. */
    private void die(String municipality) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Sql.list(connection, row -> row.getBoolean(1), """
                            select pg_terminate_backend(pid, 5000) from pg_locks
                            where locktype = 'advisory' and objid = ?
                            and database = (select oid from pg_database where datname = current_database())""", Integer.parseInt(municipality)))
                    .containsExactly(true);
        }
    }

    private static String token(String client) {
        return Parts.shared().tokens().of(client);
    }

    private static InputStream sample(String name) throws IOException {
        return SyncTest.class.getResourceAsStream("/sample/sync/" + name);
    }
}
