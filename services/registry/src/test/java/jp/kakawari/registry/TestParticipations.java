package jp.kakawari.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Participations as matching tells them, and what the registry tells of them in turn. */
@ApplicationScoped
public class TestParticipations {

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    private final Topics topics = Parts.shared().topics();

    public void tell(ParticipationRecorded participation) throws JsonProcessingException {
        topics.sendEvent(
                prefix + Topic.MATCHING_PARTICIPATION.value(),
                participation.type(),
                participation.key(),
                json.writeValueAsString(participation));
    }

    /** An engagement in that program comes out on Kafka, told after it was written. */
    public void awaitEngagementIn(UUID program) {
        awaitEngagementIn(program, () -> true);
    }

    /** The same, and something holds by then. */
    public void awaitEngagementIn(UUID program, BooleanSupplier more) {
        awaitOn(
                Topic.REGISTRY_ENGAGEMENT.value(),
                record -> record.value().contains(program.toString()) && more.getAsBoolean());
    }

    public ConsumerRecord<String, String> awaitOn(String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return topics.await(prefix + topic, wanted);
    }
}
