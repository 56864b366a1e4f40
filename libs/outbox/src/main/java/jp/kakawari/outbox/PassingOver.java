package jp.kakawari.outbox;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Moves on past what nobody waits for without fetching it: the partitions pause and their positions follow their ends. */
record PassingOver(BooleanSupplier heard) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Says false and moves nothing once somebody waits for what has come since the last time. The ends are known before it
     * is asked whether anybody waits, so they lie before all that is sent to who begins to.
     */
    boolean goesOn(Consumer<?, ?> consumer) {
        consumer.pause(consumer.assignment()); // partitions that were just given to this replica come unpaused
        Map<TopicPartition, Long> ends = moved(consumer);
        if (ends.isEmpty()) {
            return true;
        }
        if (heard.getAsBoolean()) {
            return false;
        }
        consumer.commitSync(
                ends.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))),
                PATIENCE);
        ends.forEach(consumer::seek);
        return true;
    }

    private static Map<TopicPartition, Long> moved(Consumer<?, ?> consumer) {
        var ends = new HashMap<>(consumer.endOffsets(consumer.assignment(), PATIENCE));
        ends.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) == end.getValue());
        return ends;
    }
}
