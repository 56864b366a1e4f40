package jp.kakawari.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** That an event is what libs/contracts promises: the same members as its example, readable by the strictest reader. */
@ApplicationScoped
class Promise {

    static final JsonMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    EntityManager database;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    private final Topics topics = Parts.shared().topics();

    void isKeptBy(ConsumerRecord<String, String> told, Topic topic, Class<? extends Event> type) throws Exception {
        Event event = STRICT.readValue(told.value(), type);
        JsonNode body = STRICT.readTree(told.value());
        assertThat(members(body, "")).isEqualTo(members(STRICT.readTree(Examples.of(topic)), ""));
        assertThat(STRICT.readTree(STRICT.writeValueAsString(event))).isEqualTo(body);
        assertThat(Topics.header(told, "ce_type")).hasValue(event.type());
        assertThat(Topics.header(told, "ce_subject")).hasValue(told.key());
    }

    /** The pointers of all members, lists by their first item. */
    private static TreeSet<String> members(JsonNode node, String at) {
        TreeSet<String> members = new TreeSet<>();
        node.properties().forEach(member -> {
            members.add(at + "/" + member.getKey());
            members.addAll(members(member.getValue(), at + "/" + member.getKey()));
        });
        if (node.isArray() && node.path(0).isObject()) {
            members.addAll(members(node.path(0), at + "/0"));
        }
        return members;
    }

    static Predicate<ConsumerRecord<String, String>> revision(UUID id, int revision) {
        return record -> record.key().equals(id.toString())
                && record.value() != null
                && record.value().replace(" ", "").contains("\"revision\":" + revision + ",");
    }

    ConsumerRecord<String, String> await(Topic topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return topics.await(prefix + topic.value(), wanted);
    }

    String stateInDatabase(String view, UUID id) {
        return (String) database.createNativeQuery("select cast(body as text) from " + view + " where id = :id")
                .setParameter("id", id)
                .getSingleResult();
    }

    List<ConsumerRecord<String, String>> all(Topic topic) {
        return topics.all(prefix + topic.value());
    }
}
