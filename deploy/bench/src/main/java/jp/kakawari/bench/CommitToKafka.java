package jp.kakawari.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How long an event takes from its commit until somebody who listens to Kafka has it. */
final class CommitToKafka implements AutoCloseable {

    static final String TOPIC = "registry.engagement.v1";
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final Database database;
    private final KafkaConsumer<String, byte[]> listener;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();

    CommitToKafka(Database database, String bootstrapServers) {
        this.database = database;
        this.listener = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The latencies of events that are committed one by one for so long. */
    Latencies measure(Duration lasting) throws SQLException {
        var partitions = listener.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        listener.assign(partitions);
        listener.seekToEnd(partitions);
        partitions.forEach(listener::position);
        Thread writer = Thread.ofPlatform().start(() -> write(lasting));
        while (writer.isAlive() || !committed.isEmpty()) {
            listener.poll(Duration.ofMillis(50)).forEach(record -> {
                Long at = committed.remove(record.key());
                if (at != null) {
                    latencies.add(System.nanoTime() - at);
                }
            });
        }
        return latencies;
    }

    private void write(Duration lasting) {
        long end = System.nanoTime() + lasting.toNanos();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var append = connection.prepareStatement("""
                        insert into outbox (topic, key, ce_type, ce_subject, body)
                        values (?, ?, 'jp.kakawari.bench.tick.v1', 'tick', '{}')""")) {
            while (System.nanoTime() < end) {
                String key = UUID.randomUUID().toString();
                append.setString(1, TOPIC);
                append.setString(2, key);
                committed.put(key, System.nanoTime());
                append.executeUpdate();
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
