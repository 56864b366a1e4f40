package jp.kakawari.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What became of a batch that was sent. An entry counts as acknowledged only if all its events are, and all earlier ones of
 * their keys: those behind a failure are sent again after it, so that the last thing said about a key is the newest.
 */
record Sending(List<Entry> acknowledged, Optional<KafkaException> failure) {

    private record Key(String topic, String key) {}

    static Sending of(List<Entry> batch, Broker broker, Producer<String, byte[]> producer) {
        var unreachable = new AtomicBoolean();
        var answers = new ArrayList<List<Future<RecordMetadata>>>(batch.size());
        for (Entry entry : batch) {
            if (unreachable.get()) {
                break;
            }
            answers.add(send(entry, broker, producer, unreachable));
        }
        producer.flush();
        return await(batch, answers);
    }

    private static List<Future<RecordMetadata>> send(
            Entry entry, Broker broker, Producer<String, byte[]> producer, AtomicBoolean unreachable) {
        try {
            return entry.toRecords(broker).stream()
                    .map(event -> send(event, producer, unreachable))
                    .toList();
        } catch (RuntimeException unsendable) {
            return List.of(CompletableFuture.failedFuture(unsendable));
        }
    }

    private static Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> event, Producer<String, byte[]> producer, AtomicBoolean unreachable) {
        if (unreachable.get()) {
            return CompletableFuture.failedFuture(new DisconnectException("nothing behind what didn't arrive is sent"));
        }
        try {
            return producer.send(event, (metadata, failure) -> {
                if (failure instanceof RetriableException) {
                    unreachable.set(true);
                }
            });
        } catch (RuntimeException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
    }

    private static Sending await(List<Entry> batch, List<List<Future<RecordMetadata>>> answers) {
        var acknowledged = new ArrayList<Entry>(answers.size());
        Set<Key> held = new HashSet<>();
        KafkaException first = null;
        for (int i = 0; i < answers.size(); i++) {
            Entry entry = batch.get(i);
            Optional<Throwable> failure = failureOf(answers.get(i));
            if (failure.isEmpty() && (held.isEmpty() || keys(entry).noneMatch(held::contains))) {
                acknowledged.add(entry);
                continue;
            }
            keys(entry).forEach(held::add);
            if (first == null) {
                first = new KafkaException(
                        "entry " + entry.id() + " for " + entry.topic() + " was not acknowledged",
                        failure.orElseThrow());
            }
        }
        return new Sending(acknowledged, Optional.ofNullable(first));
    }

    private static Stream<Key> keys(Entry entry) {
        return entry.keys().stream().map(key -> new Key(entry.topic(), key));
    }

    private static Optional<Throwable> failureOf(List<Future<RecordMetadata>> answers) {
        Optional<Throwable> first = Optional.empty();
        for (Future<RecordMetadata> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException refused) {
                first = first.or(() -> Optional.of(refused.getCause()));
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
        }
        return first;
    }
}
