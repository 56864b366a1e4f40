package jp.kakawari.catalog.need;

import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.topic;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakawari.catalog.TestWorld;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the other services hear of needs, as the contract says it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class NeedEventTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    @Inject
    AgroalDataSource database;

    @Test
    void a_need_is_told_in_the_words_of_the_contract() throws Exception {
        UUID id = posted();
        var told = told(id, record -> record.value() != null);
        assertThat(STRICT.readValue(told.value(), NeedChanged.class))
                .isEqualTo(new NeedChanged(
                        id,
                        1,
                        NeedChanged.State.POSTED,
                        TestWorld.organizationOf("212172"),
                        "212172",
                        "空き家を直したい",
                        "床と壁を直す週末に、教えてくれる人を探しています。",
                        List.of("DIY", "改修"),
                        Mode.ONSITE));
        assertThat(fields(told.value())).isEqualTo(fields(Examples.of(Topic.CATALOG_NEED)));
        assertThat(Topics.header(told, "ce_type")).contains("jp.kakawari.catalog.need-changed.v1");
        assertThat(Topics.header(told, "ce_subject")).contains(id.toString());
    }

    @Test
    void a_withdrawal_is_told_and_then_buried_and_one_that_is_refused_is_not() throws Exception {
        UUID answered = posted();
        published(HIDA, with(volunteering(), "need", answered));
        withdraw(answered, 409);
        UUID id = posted();
        withdraw(id, 204);
        var removed =
                told(id, record -> record.value() != null && record.value().contains("REMOVED"));
        assertThat(STRICT.readValue(removed.value(), NeedChanged.class)).isEqualTo(NeedChanged.removed(id, 2));
        var tombstone = told(id, record -> record.value() == null);
        assertThat(tombstone.offset()).isGreaterThan(removed.offset());
        assertThat(Topics.header(tombstone, "ce_revision")).contains("2");
        assertThat(Parts.shared().topics().all(topic(Topic.CATALOG_NEED)))
                .filteredOn(record -> record.key().equals(answered.toString()))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).contains("POSTED"));
    }

    @Test
    void what_was_posted_before_anybody_could_hear_of_it_is_told_by_the_migration_in_the_same_words() throws Exception {
        UUID id = posted();
        var told = told(id, record -> record.value() != null);
        tellAgain(id);
        var again = told(id, record -> record.offset() > told.offset());
        assertThat(STRICT.readValue(again.value(), NeedChanged.class))
                .isEqualTo(STRICT.readValue(told.value(), NeedChanged.class));
        assertThat(Topics.header(again, "ce_type")).isEqualTo(Topics.header(told, "ce_type"));
    }

    private void tellAgain(UUID id) throws Exception {
        try (var migration = NeedEventTest.class.getResourceAsStream(
                        "/db/migration/V9__tell_needs_and_the_skills_they_want.sql");
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(sql.substring(sql.indexOf("insert into outbox"))
                    .replace("from need", "from need where id = '" + id + "'"));
        }
    }

    private static Set<String> fields(String json) throws Exception {
        Set<String> names = new TreeSet<>();
        STRICT.readTree(json).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static UUID posted() {
        return UUID.fromString(once(HIDA)
                .body(Map.of(
                        "municipality", "212172",
                        "title", "空き家を直したい",
                        "description", "床と壁を直す週末に、教えてくれる人を探しています。",
                        "skills", List.of("DIY", "改修", "DIY"),
                        "mode", "ONSITE"))
                .post("/v1/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void withdraw(UUID id, int status) {
        as(HIDA).header("If-Match", "\"1\"").delete("/v1/needs/{id}", id).then().statusCode(status);
    }

    private static ConsumerRecord<String, String> told(UUID id, Predicate<ConsumerRecord<String, String>> what) {
        return Parts.shared()
                .topics()
                .await(topic(Topic.CATALOG_NEED), record -> record.key().equals(id.toString()) && what.test(record));
    }
}
