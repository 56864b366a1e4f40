package jp.kakawari.registry.export;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole lists, up to fifty thousand, in a world of their own: others would have to look through them. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LargeExportTest {

    private static final int MANY = 50_000;
    private static final long FEW = 32;
    private static final UUID ORGANIZATION = UUID.fromString("00000000-0000-7000-8000-000000152056");

    @TestHTTPResource("/v1/municipalities/" + KASHIWAZAKI + "/supporter-export")
    URI list;

    @Inject
    DataSource database;

    @Inject
    PersonalData personalData;

    /** A connection for each: in one of HTTP/2 whoever reads slowly holds up the others of the same client. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private void fill() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement supporter = connection.prepareStatement("""
                        insert into supporter (id, revision, state, kind, subject_key, registered_by, personal)
                        values (?, 1, 'ACTIVE', 'PERSON', ?, ?, ?)""");
                Statement tie = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= MANY; i++) {
                UUID id = new UUID(7, i);
                supporter.setObject(1, id);
                supporter.setString(2, "many" + i);
                supporter.setObject(3, ORGANIZATION);
                supporter.setBytes(4, personalData.seal(id, somebody(i)));
                supporter.addBatch();
                if (i % 1000 == 0) {
                    supporter.executeBatch();
                }
            }
            tie.executeUpdate("""
                    insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent, source_system,
                                     source_id)
                    select '%s', id, 'CATCH', 1, current_date, false, true, 'list', subject_key
                    from supporter where subject_key like 'many%%'""".formatted(KASHIWAZAKI));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void it_goes_out_whole_and_waits_for_whoever_reads_slowly() throws Exception {
        fill();
        assertThat(lines()).isEqualTo(MANY + 1);
        assertThat(recorded()).isEqualTo(MANY);

        long before = heldMegabytes();
        HttpResponse<InputStream> one = begin();
        HttpResponse<InputStream> other = begin();
        HttpResponse<InputStream> third = begin();
        assertThat(one.body().readNBytes(1000)).hasSize(1000);
        assertThat(other.body().readNBytes(1000)).hasSize(1000);
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(new String(third.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("too-many-exports");
        assertThat(openTransactions()).isZero();
        assertThat(heldMegabytes()).isLessThan(before + FEW);

        one.body().close();
        other.body().close();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        HttpResponse<InputStream> next = begin();
        while (next.statusCode() == 503) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            next = begin();
        }
        assertThat(lines(next)).isEqualTo(MANY + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "hida, 212172, hida-fanclub, utf-8",
        "hida, 212172, hida-fanclub, windows-31j",
        "kosuge, 194425, kosuge-members, utf-8",
        "kosuge, 194425, kosuge-members, windows-31j",
        "iga, 242161, iga-supporters, utf-8",
        "iga, 242161, iga-supporters, windows-31j"
    })
    void a_list_that_went_out_changes_nothing_when_it_comes_in_again(
            String client, String municipality, String list, String encoding) throws Exception {
        try (InputStream sample = LargeExportTest.class.getResourceAsStream("/sample/sync/" + list + ".csv")) {
            TestLists.sync(client, municipality, sample.readAllBytes());
        }
        byte[] file = TestApi.as(client)
                .accept("text/csv")
                .queryParam("encoding", encoding)
                .get("/v1/municipalities/" + municipality + "/supporter-export")
                .asByteArray();
        JsonPath report = TestLists.report(client, municipality, file);
        Map<String, Integer> counts = report.getMap("progress");
        assertThat(counts).as(report.prettify()).containsEntry("created", 0).containsEntry("changed", 0);
        assertThat(counts.get("unchanged")).isGreaterThan(100);
        assertThat(report.getList("rejections.code"))
                .isSubsetOf("missingMemberNumber", "missingName", "lostCharacters");
    }

    private static Personal somebody(int i) {
        return new Personal(
                "清水",
                "翔" + i,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "many" + i + "@example.jp",
                null,
                "備考".repeat(150));
    }

    /** What is in use; either list is more than a hundred megabytes. */
    private static long heldMegabytes() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return (memory.totalMemory() - memory.freeMemory()) >> 20;
    }

    private HttpResponse<InputStream> begin() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(list)
                .header("Authorization", "Bearer " + Parts.shared().tokens().of("kashiwazaki"))
                .header("Accept", "text/csv")
                .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    private long lines() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = begin();
        assertThat(answer.statusCode()).isEqualTo(200);
        return lines(answer);
    }

    private static long lines(HttpResponse<InputStream> answer) throws IOException {
        try (var text = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return text.lines().count();
        }
    }

    private long recorded() throws SQLException {
        return count("select count(distinct supporter) from personal_read where supporter < '" + new UUID(8, 0) + "'");
    }

    /** A slow reader keeps no transaction open, behind which feeds and vacuum would have to wait. */
    private long openTransactions() throws SQLException {
        return count("""
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query like '%supporter_export%'
                  and (backend_xid is not null or backend_xmin is not null or state like 'idle in transaction%')""");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
