package jp.kakawari.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.kakawari.embedded.Database;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How long an event takes from its commit until somebody who listens to Kafka has it. */
final class CommitToKafka implements AutoCloseable {

    static final String TOPIC = "registry.engagement.v1";
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private final Database database;
    private final KafkaConsumer<String, byte[]> listener;

    CommitToKafka(Database database, String bootstrapServers) {
        this.database = database;
        this.listener = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private record Event(String key, Instant begun, long begunNanos, Instant committed) {

        boolean isWithin(Lists.Passage passage) {
            return !begun.isBefore(passage.start()) && !committed.isAfter(passage.end());
        }
    }

    /** Commits event by event while something passes; the latencies of those that were committed from its start to its end. */
    Latencies during(Callable<Lists.Passage> something) throws Exception {
        listenFromNowOn();
        Map<String, Long> arrived = new HashMap<>();
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Lists.Passage> passing = others.submit(something);
            Future<List<Event>> writing = others.submit(() -> write(passing::isDone));
            while (!writing.isDone() || arrived.size() < writing.get().size()) {
                listener.poll(Duration.ofMillis(50))
                        .forEach(record -> arrived.putIfAbsent(record.key(), System.nanoTime()));
            }
            Lists.Passage passage = passing.get();
            Latencies latencies = new Latencies();
            writing.get().stream()
                    .filter(event -> event.isWithin(passage))
                    .forEach(event -> latencies.add(arrived.get(event.key()) - event.begunNanos()));
            return latencies;
        }
    }

    private void listenFromNowOn() {
        var partitions = listener.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        listener.assign(partitions);
        listener.seekToEnd(partitions);
        partitions.forEach(listener::position);
    }

    private List<Event> write(BooleanSupplier passed) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var append = connection.prepareStatement("""
                        insert into outbox (topic, key, ce_type, ce_subject, body)
                        values (?, ?, 'jp.kakawari.bench.tick.v1', 'tick', '{}')""")) {
            while (!passed.getAsBoolean()) {
                String key = UUID.randomUUID().toString();
                append.setString(1, TOPIC);
                append.setString(2, key);
                Instant begun = Instant.now();
                long begunNanos = System.nanoTime();
                append.executeUpdate();
                events.add(new Event(key, begun, begunNanos, Instant.now()));
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
        return events;
    }

    @Override
    public void close() {
        listener.close();
    }
}
