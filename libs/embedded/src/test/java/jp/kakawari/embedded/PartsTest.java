package jp.kakawari.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private static final String ORGANIZATION = "00000000-0000-7000-8000-";

    private final Parts parts = Parts.shared();

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        var hida = parts.newDatabase("registry");
        var kosuge = parts.newDatabase("registry");

        assertThat(first(hida, "CREATE TABLE tie (id uuid DEFAULT uuidv7()); INSERT INTO tie DEFAULT VALUES", null))
                .isNull();
        assertThat(first(hida, null, "SELECT count(*) FROM tie")).isEqualTo("1");
        assertThat(first(kosuge, null, "SELECT to_regclass('tie')")).isNull();
        assertThat(first(hida, null, "SELECT current_setting('server_version_num')::int / 10000"))
                .isEqualTo("18");
        assertThat(first(hida, null, "SELECT string_agg(t, '' ORDER BY t) FROM unnest(array['飛', 'ヒ', 'H', 'h']) t"))
                .as("code point order")
                .isEqualTo("Hhヒ飛");
    }

    @Test
    void letsTheOwnerOfADatabaseCreateTheExtensionsThatASearchNeeds() throws SQLException {
        var database = parts.newDatabase("catalog");

        assertThat(first(database, "CREATE EXTENSION pg_trgm", "SELECT similarity('里山', '里山')"))
                .isEqualTo("1");
    }

    @Test
    void letsTheServicesUserMakeNoTable() throws SQLException {
        var database = parts.newDatabase("registry");

        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE tie (id uuid)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void carriesRecordsOfATopic() {
        var topic = parts.newTopicPrefix() + "registry.supporter.v1";
        parts.topics().create(topic, 3);
        parts.topics().send(topic, "a", "{\"revision\":1}", Map.of("ce_type", "supporter"));
        parts.topics().send(topic, "a", null, Map.of());
        parts.topics().sendEvent(topic, "supporter", "b", "{\"revision\":2}");

        var event = parts.topics().await(topic, record -> record.key().equals("b"));

        assertThat(event.value()).isEqualTo("{\"revision\":2}");
        assertThat(Topics.header(event, "ce_id")).isPresent();
        assertThat(parts.topics().all(topic)).hasSize(3);
        assertThat(parts.topics().all(topic + ".absent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "secretariat,         secretariat,  000000000001,       , registry:rw catalog:rw matching:r  kpi:rw",
        "gifu,                prefecture,   000000210005, 210005, registry:rw catalog:rw matching:rw kpi:r",
        "yamanashi,           prefecture,   000000190004, 190004, registry:r  catalog:rw matching:rw kpi:r",
        "hida,                municipality, 000000212172, 212172, registry:rw catalog:rw matching:rw kpi:r",
        "kosuge,              municipality, 000000194425, 194425, registry:rw catalog:rw matching:rw kpi:r",
        "iga,                 municipality, 000000242161, 242161, registry:rw catalog:rw matching:rw kpi:r",
        "minamioguni,         municipality, 000000434230, 434230, registry:rw catalog:rw matching:rw kpi:r",
        "kashiwazaki,         municipality, 000000152056, 152056, registry:rw catalog:rw matching:rw kpi:r",
        "sample-intermediary, intermediary, 00000000a001,       , registry:rw catalog:rw matching:rw",
        "sample-partner,      partner,      00000000b001,       , registry:rw catalog:rw matching:rw",
        "other-partner,       partner,      00000000b002,       , registry:rw catalog:rw matching:rw",
        "operator,            operator,     00000000d001,       , registry:rw"
    })
    void givesEachSampleClientItsClaims(
            String client, String role, String organization, String government, String scopes) throws Exception {
        var claims = claims(parts.tokens().of(client));

        assertThat(claims.at("/iss").asText()).isEqualTo(parts.issuer());
        assertThat(texts(claims.at("/aud"))).containsExactly("kakawari");
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly(role);
        assertThat(claims.at("/organization").asText()).isEqualTo(ORGANIZATION + organization);
        assertThat(claims.at("/government").asText(null)).isEqualTo(government);
        assertThat(claims.at("/scope").asText().split(" ")).containsExactlyInAnyOrderElementsOf(spelledOut(scopes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-operator", "registry"})
    void givesThoseWhoAdministerASecretOnThisMachineOnly(String id) throws Exception {
        JsonNode administers = null;
        for (var client : new ObjectMapper()
                .readTree(Repository.resource("kakawari-realm.json"))
                .at("/clients")) {
            administers = client.at("/clientId").asText().equals(id) ? client : administers;
        }
        assertThat(administers.at("/enabled").asBoolean(true)).isFalse();
        assertThat(administers.at("/secret").asText()).startsWith("${");
        assertThat(claims(parts.tokens().of(id)).at("/azp").asText()).isEqualTo(id);
    }

    @Test
    void signsHanakoInWithCodeAndPkce() throws Exception {
        var claims = claims(parts.tokens().person("hanako"));

        assertThat(claims.at("/sub").asText()).isEqualTo(ORGANIZATION + "0000000c0001");
        assertThat(texts(claims.at("/aud"))).containsExactly("kakawari");
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("supporter");
        assertThat(claims.has("organization")).isFalse();
        assertThat(claims.at("/scope").asText().split(" "))
                .containsAll(spelledOut("registry:rw catalog:r matching:rw"));
        assertThat(parts.tokens().person("hanako"))
                .as("kept")
                .isSameAs(parts.tokens().person("hanako"));
    }

    @Test
    void saysWhenSomebodyIsNotLetIn() {
        assertThatThrownBy(() -> parts.tokens().of("hida", "guessed")).hasMessageContaining("unauthorized_client");
        assertThatThrownBy(() -> parts.tokens().person("hanako", "guessed")).hasMessageContaining("hanako");
    }

    private static String first(Database database, String change, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            if (change != null) {
                statement.execute(change);
            }
            if (query == null) {
                return null;
            }
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        (node.isArray() ? node : List.of(node)).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** {@code registry:rw} is registry:read and registry:write. */
    private static List<String> spelledOut(String scopes) {
        var all = new ArrayList<String>();
        for (var scope : scopes.strip().split("\\s+")) {
            var service = scope.substring(0, scope.indexOf(':'));
            all.add(service + ":read");
            if (scope.endsWith("w")) {
                all.add(service + ":write");
            }
        }
        return all;
    }
}
