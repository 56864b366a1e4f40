package jp.kakawari.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jboss.logging.Logger;

/**
 * Reads one topic for the service's group and commits what was delivered. While the database is in trouble it stays in
 * the group, holds its partitions and offers the same records again. While nobody waits for the topic it fetches nothing.
 */
final class Inbox implements Work {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Topic topic;
    private final Delivery<?> delivery;
    private final PassingOver passingOver;
    private final Broker broker;
    private final boolean fromTheStart;
    private final Stop stop = new Stop();
    private final Set<TopicPartition> rewound = new HashSet<>();
    private final AtomicLong lag = new AtomicLong();
    private long resumeAt;
    private boolean unheard;

    Inbox(Delivery<?> delivery, Broker broker, boolean fromTheStart, MeterRegistry registry) {
        this.topic = delivery.topic();
        this.delivery = delivery;
        this.passingOver = new PassingOver(delivery::heard);
        this.broker = broker;
        this.fromTheStart = fromTheStart;
        Gauge.builder("kakawari.inbox.lag", lag::get)
                .description("Records of the partitions of this replica that are not taken in yet")
                .tag("topic", topic.value())
                .register(registry);
    }

    @Override
    public void stop() {
        stop.ask();
    }

    @Override
    public void run() {
        while (!stop.asked()) {
            try (var consumer = broker.consumer()) {
                broker.create(List.of(topic));
                consumer.subscribe(List.of(broker.name(topic)), new Rewinding(consumer));
                while (!stop.asked()) {
                    listen(consumer);
                }
            } catch (RuntimeException trouble) {
                Duration wait = stop.backOff();
                LOG.warnf("%s is not heard, the next attempt is in %s: %s", topic.value(), wait, trouble);
                LOG.debug("The inbox stopped at", trouble);
                stop.await(wait);
            }
        }
    }

    private void listen(Consumer<String, byte[]> consumer) {
        Duration pause = Duration.ofNanos(resumeAt - System.nanoTime());
        boolean paused = !consumer.paused().isEmpty();
        if (paused && !unheard && !pause.isPositive()) {
            consumer.resume(consumer.paused());
        }
        var records = consumer.poll(paused && pause.isPositive() && pause.compareTo(TICK) < 0 ? pause : TICK);
        if (!records.isEmpty()) {
            take(consumer, records);
        }
        if (unheard) {
            passOver(consumer);
        }
        measure(consumer);
    }

    private void take(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        try {
            unheard = !delivery.deliver(records);
            stop.succeeded();
            consumer.commitSync(records.nextOffsets());
        } catch (Passing trouble) {
            Duration wait = stop.backOff();
            LOG.warnf("%s waits %s for the database: %s", topic.value(), wait, trouble.getMessage());
            records.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).getFirst().offset()));
            consumer.pause(consumer.assignment());
            resumeAt = System.nanoTime() + wait.toNanos();
        } catch (CommitFailedException | RebalanceInProgressException moved) {
            LOG.debug("Another replica has the partition now and takes the records in once more", moved);
        }
    }

    private void passOver(Consumer<String, byte[]> consumer) {
        try {
            unheard = passingOver.goesOn(consumer);
        } catch (RuntimeException trouble) {
            LOG.debugf(trouble, "%s is passed over with the next attempt", topic.value());
        }
    }

    private void measure(Consumer<String, byte[]> consumer) {
        lag.set(consumer.assignment().stream()
                .map(consumer::currentLag)
                .mapToLong(known -> known.orElse(0))
                .sum());
    }

    /** Sends each partition back to its beginning once, when it is first given to this replica. */
    private final class Rewinding implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Rewinding(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            var first = assigned.stream().filter(rewound::add).toList();
            if (fromTheStart && !first.isEmpty()) { // an empty list would mean all
                consumer.seekToBeginning(first);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            // whatever was taken in is committed already
        }
    }
}
