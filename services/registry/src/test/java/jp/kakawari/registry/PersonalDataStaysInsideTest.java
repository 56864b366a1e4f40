package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canaries in every personal field are sent in, and looked for wherever they must not sing. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class PersonalDataStaysInsideTest {

    private static final List<String> CANARIES = List.of(
            "金糸雀", "鳴子", "カナリヤ", "ナルコ", "ぴいちく", "9998887", "幻影市籠町", "090-4321-8765", "canary@example.jp", "1933-03-03");

    private static final String CANARY = """
            {"profile": {"familyName": "金糸雀", "givenName": "鳴子", "familyNameKana": "カナリヤ", "givenNameKana": "ナルコ",
              "nickname": "ぴいちく", "birthDate": "1933-03-03", "postalCode": "9998887", "address": "山形県幻影市籠町1-1",
              "phone": "090-4321-8765", "email": "canary@example.jp"},
             "ties": [{"municipality": "434230", "origins": ["FRIEND"], "mailConsent": true}]}
            """;

    private static final String LEDGER = "/v1/municipalities/" + MINAMIOGUNI + "/engagements";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    private final LogBook log = new LogBook();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void no_table_no_event_and_no_log_line_holds_personal_data_in_clear() throws Exception {
        UUID id = register("sample-partner", CANARY);
        as("sample-partner").get("/v1/supporters/" + id).then().statusCode(200);
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + id)
                .then()
                .statusCode(200);
        post("minamioguni", LEDGER, engagement(id, "LEARNING", "2026-11-01", "canary-" + id))
                .then()
                .statusCode(201);
        patching("sample-partner")
                .header("If-Match", "\"2\"")
                .body("""
                        {"profile": {"nickname": "ぴいちく"}}""")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        record -> record.key().equals(id.toString())
                                && record.value().contains("\"revision\": 3"));

        assertThat(rows()).hasSizeGreaterThan(5).noneMatch(PersonalDataStaysInsideTest::sings);
        assertThat(records()).isNotEmpty().noneMatch(PersonalDataStaysInsideTest::sings);
        assertThat(log.lines).noneMatch(PersonalDataStaysInsideTest::sings);
    }

    @Test
    void what_is_refused_is_quoted_neither_in_the_answer_nor_in_a_log_line() {
        UUID id = register("sample-partner", CANARY);
        List<String> answers = new ArrayList<>();
        for (String bad : List.of(
                CANARY.replace("\"birthDate\": \"1933-03-03\"", "\"birthDate\": \"1933-03-03頃\""),
                CANARY.replace("\"phone\": \"090-4321-8765\"", "\"phone\": \"090-4321-8765-1\""),
                CANARY.replace("\"email\": \"canary@example.jp\"", "\"email\": \"canary@example.jp@\""),
                CANARY.replace("\"nickname\"", "\"petName\""),
                CANARY.replace("\"ぴいちく\"", "[\"ぴいちく\"]"),
                CANARY.replace("\"ぴいちく\"", "\"ぴいちく\", \"skills\": [\"canary@example.jp\"]"),
                CANARY.replace("\"ties\":", "\"ties: "))) {
            answers.add(post("sample-partner", "/v1/supporters", bad)
                    .then()
                    .statusCode(oneOf(400, 422))
                    .extract()
                    .asString());
        }
        answers.add(patching("sample-partner")
                .header("If-Match", "\"1\"")
                .body("""
                        {"profile": {"phone": "090-4321-8765-1"}}""")
                .patch("/v1/supporters/" + id)
                .asString());
        assertThat(answers).noneMatch(PersonalDataStaysInsideTest::sings);
        assertThat(log.lines).noneMatch(PersonalDataStaysInsideTest::sings);
    }

    private static boolean sings(String text) {
        return CANARIES.stream()
                .flatMap(canary -> Stream.of(canary, HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8))))
                .anyMatch(text::contains);
    }

    /** Every row of every table, binary columns as hexadecimal digits. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : query("select format('%I', tablename) from pg_tables where schemaname = 'public'")) {
            rows.addAll(query("select t::text from " + table + " t"));
        }
        return rows;
    }

    private List<String> records() {
        return Stream.of(Topic.values())
                .flatMap(topic -> Parts.shared().topics().all(prefix + topic.value()).stream())
                .map(record -> record.key() + " " + record.value() + " " + record.headers())
                .toList();
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static final class LogBook extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
