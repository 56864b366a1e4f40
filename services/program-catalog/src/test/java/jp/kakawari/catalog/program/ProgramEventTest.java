package jp.kakawari.catalog.program;

import static jp.kakawari.catalog.TestWorld.HIDA;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.topic;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the other services hear, as the contract says it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ProgramEventTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    @Test
    void publication_is_told_in_the_words_of_the_contract() throws Exception {
        UUID id = published(HIDA, with(with(volunteering(), "capacity", 15), "startsOn", "2027-01-15"));
        var told = told(id, 2);
        ProgramChanged event = STRICT.readValue(told.value(), ProgramChanged.class);
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.state()).isEqualTo(ProgramChanged.State.PUBLISHED);
        assertThat(event.hostGovernment()).isEqualTo("212172");
        assertThat(event.prefectures()).containsExactly("21");
        assertThat(fields(STRICT.readTree(told.value())))
                .containsExactlyInAnyOrderElementsOf(fields(STRICT.readTree(Examples.of(Topic.CATALOG_PROGRAM))));
        assertThat(Topics.header(told, "ce_type")).contains("jp.kakawari.catalog.program-changed.v1");
        assertThat(Topics.header(told, "ce_subject")).contains(id.toString());
    }

    @Test
    void the_trace_of_a_request_travels_with_what_it_told_and_with_nothing_else() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        UUID traced = published(HIDA, volunteering());
        remove(traced, trace);
        UUID untraced = published(HIDA, volunteering());
        remove(untraced, trace.replace("b7ad6b7169203331", "0000000000000000"));
        assertThat(Topics.header(told(traced, 2), "traceparent")).isEmpty();
        assertThat(Topics.header(told(traced, 3), "traceparent")).contains(trace);
        assertThat(Topics.header(tombstone(traced), "traceparent")).contains(trace);
        assertThat(Topics.header(told(untraced, 2), "traceparent")).isEmpty();
        assertThat(Topics.header(told(untraced, 3), "traceparent")).isEmpty();
    }

    @Test
    void a_draft_is_never_told() {
        UUID secret = draft(HIDA, volunteering());
        UUID id = published(HIDA, volunteering());
        told(id, 2);
        assertThat(Parts.shared().topics().all(topic(Topic.CATALOG_PROGRAM)))
                .extracting(ConsumerRecord::key)
                .contains(id.toString())
                .doesNotContain(secret.toString());
    }

    @Test
    void removal_is_told_and_then_buried() {
        UUID id = published(HIDA, volunteering());
        remove(id, "");
        var removed = told(id, 3);
        assertThat(removed.value()).contains("\"REMOVED\"");
        var tombstone = tombstone(id);
        assertThat(tombstone.offset()).isGreaterThan(removed.offset());
        assertThat(Topics.header(tombstone, "ce_revision")).contains("3");
    }

    private static void remove(UUID id, String trace) {
        as(HIDA).header("If-Match", etag(id))
                .header("traceparent", trace)
                .delete("/v1/programs/{id}", id)
                .then()
                .statusCode(204);
    }

    private static ConsumerRecord<String, String> tombstone(UUID id) {
        return Parts.shared()
                .topics()
                .await(
                        topic(Topic.CATALOG_PROGRAM),
                        record -> record.key().equals(id.toString()) && record.value() == null);
    }

    private static ConsumerRecord<String, String> told(UUID id, long revision) {
        return Parts.shared()
                .topics()
                .await(
                        topic(Topic.CATALOG_PROGRAM),
                        record -> record.key().equals(id.toString())
                                && record.value() != null
                                && revisionOf(record.value()) == revision);
    }

    private static long revisionOf(String body) {
        try {
            return STRICT.readTree(body).get("revision").asLong();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
