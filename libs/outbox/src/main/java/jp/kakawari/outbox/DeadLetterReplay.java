package jp.kakawari.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Offers the dead letters that lie there at this moment to their subscriptions once more, each once over all such
 * replays. What fails again is laid back at the end.
 */
final class DeadLetterReplay implements Work {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Broker broker;
    private final Map<String, Delivery<?>> deliveries;
    private final Stop stop = new Stop();

    /** Replays to the deliveries, known by the names of their topics. */
    DeadLetterReplay(Broker broker, Map<String, Delivery<?>> deliveries) {
        this.broker = broker;
        this.deliveries = deliveries;
    }

    @Override
    public void stop() {
        stop.ask();
    }

    @Override
    public void run() {
        while (!stop.asked()) {
            try (var consumer = broker.deadLetterConsumer()) {
                broker.createDeadLetters();
                replay(consumer);
                return;
            } catch (RuntimeException trouble) {
                Duration wait = stop.backOff();
                LOG.warnf("The dead letters wait, the next attempt is in %s: %s", wait, trouble);
                stop.await(wait);
            }
        }
    }

    private void replay(Consumer<String, byte[]> consumer) {
        for (var info : consumer.partitionsFor(broker.deadLetters())) {
            replay(consumer, new TopicPartition(info.topic(), info.partition()));
        }
    }

    private void replay(Consumer<String, byte[]> consumer, TopicPartition partition) {
        consumer.assign(Set.of(partition));
        long end = consumer.endOffsets(Set.of(partition)).get(partition);
        while (!stop.asked() && consumer.position(partition) < end) {
            long next = consumer.position(partition);
            for (ConsumerRecord<String, byte[]> letter : consumer.poll(TICK)) {
                if (letter.offset() < end) {
                    offer(letter);
                    next = letter.offset() + 1;
                }
            }
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        }
    }

    private void offer(ConsumerRecord<String, byte[]> letter) {
        Optional<Delivery<?>> delivery =
                CloudEvents.header(letter.headers(), DeadLetters.TOPIC).map(deliveries::get);
        if (delivery.isPresent()) {
            delivery.get().deliver(List.of(letter));
        } else {
            LOG.warnf("Dead letter %d is for a topic that nobody here listens to; it stays unread", letter.offset());
        }
    }
}
