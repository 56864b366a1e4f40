package jp.kakawari.outbox;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.kakawari.contracts.Topic;
import net.jpountz.util.Native;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** The Kafka of this installation: its names for topics and groups, its clients, and topics made where they lack. */
final class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A reader that was away for less finds every state, the last one before a tombstone too. */
    private static final Duration STATES_STAY = Duration.ofDays(7);

    private static final Duration TOMBSTONES_STAY = Duration.ofDays(30);
    private static final Duration DEAD_LETTERS_STAY = Duration.ofDays(90);
    private static final String LARGEST_MESSAGE = Integer.toString(4 << 20);

    static {
        loadNativeLz4();
    }

    private final Map<String, Object> connection;
    private final String service;
    private final String prefix;
    private final int partitions;

    Broker(Map<String, Object> connection, String service, Settings.Topics topics) {
        this.connection = Map.copyOf(connection);
        this.service = service;
        this.prefix = topics.prefix().orElse("");
        this.partitions = topics.partitions();
    }

    String name(Topic topic) {
        return prefix + topic.value();
    }

    String deadLetters() {
        return prefix + service + ".dead-letter.v1";
    }

    void create(Collection<Topic> topics) {
        createAll(topics.stream().map(this::describe).collect(toSet()));
    }

    void createDeadLetters() {
        createAll(Set.of(new NewTopic(deadLetters(), Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        millis(DEAD_LETTERS_STAY),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST_MESSAGE))));
    }

    private NewTopic describe(Topic topic) {
        Map<String, String> keeping = topic.compacted()
                ? Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        millis(STATES_STAY),
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        millis(TOMBSTONES_STAY),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST_MESSAGE)
                : Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST_MESSAGE);
        return new NewTopic(name(topic), Optional.of(partitions), Optional.empty()).configs(keeping);
    }

    private void createAll(Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(connection)) {
            for (var creation : admin.createTopics(topics).values().values()) {
                await(creation);
            }
        }
    }

    private static void await(KafkaFuture<Void> creation) {
        try {
            creation.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("a topic could not be created", refused.getCause());
            }
        } catch (TimeoutException late) {
            throw new KafkaException("no broker answered within " + PATIENCE, late);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /** A producer that keeps the order of a key and gives up in time for the relay to look after its database. */
    Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis() / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis() / 2));
        config.putAll(connection);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A partition that has just been created takes whichever batch of a producer comes first for its first one: a
        // second
        // request on its way could so overtake one that came a moment too early.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A member of the service's group. */
    Consumer<String, byte[]> consumer() {
        return consumer(service);
    }

    /** A reader of the dead letters, which remembers by itself how far it came. */
    Consumer<String, byte[]> deadLetterConsumer() {
        return consumer(service + ".dead-letters");
    }

    /** A consumer that starts at the beginning and commits only what was taken in. */
    private Consumer<String, byte[]> consumer(String group) {
        Map<String, Object> config = new HashMap<>(Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        List.of(CooperativeStickyAssignor.class.getName())));
        config.putAll(connection);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, prefix + group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** LZ4's library takes its Java code, which is slower, unless somebody of its own class loader has asked. */
    private static void loadNativeLz4() {
        try {
            Native.load();
        } catch (LinkageError | RuntimeException noneForThisMachine) {
            LOG.debug("Events are compressed by Java code", noneForThisMachine);
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
