package jp.kakawari.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a test does with Kafka: put a record, wait for one, read them all. Topic names are full names. */
public final class Topics {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A consumer that is closed waits for the fetch that is still with the broker. */
    private static final int FETCH_WITHIN_MILLIS = 20;

    private final Map<String, Object> where;

    Topics(String bootstrapServers) {
        where = Map.of("bootstrap.servers", bootstrapServers);
    }

    /** Creates the topic unless it is there. */
    public void create(String topic, int partitions) {
        try (var admin = Admin.create(where)) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Could not create " + topic, e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends a record as it is and returns when the broker has it; a null value is a tombstone. */
    public void send(String topic, String key, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(where, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not send to " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends a CloudEvent in binary mode with a fresh id. */
    public void sendEvent(String topic, String type, String key, String json) {
        send(
                topic,
                key,
                json,
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json"));
    }

    /** The first record from the topic's start that matches; waits for it up to 30 s, also for the topic itself. */
    public ConsumerRecord<String, String> await(String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        var end = Instant.now().plus(LIMIT);
        try (var consumer = consumer()) {
            while (assignFromStart(consumer, topic) == 0 && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            var seen = new ArrayList<String>();
            while (Instant.now().isBefore(end)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record)) {
                        return record;
                    }
                    seen.add(record.key() + " = " + record.value());
                }
            }
            throw new AssertionError(
                    "No such record on " + topic + " within " + LIMIT.toSeconds() + " s, only " + seen);
        }
    }

    /** All records that the topic holds now, in the order of each partition; none when there is no such topic. */
    public List<ConsumerRecord<String, String>> all(String topic) {
        try (var consumer = consumer()) {
            var records = new ArrayList<ConsumerRecord<String, String>>();
            if (assignFromStart(consumer, topic) > 0) {
                var ends = consumer.endOffsets(consumer.assignment());
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                }
            }
            return records;
        }
    }

    /** The text of a record's header. */
    public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> reading = new HashMap<>(where);
        reading.put("fetch.max.wait.ms", FETCH_WITHIN_MILLIS);
        return new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
    }

    private static int assignFromStart(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions.size();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while talking to Kafka", e);
    }
}
