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
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What became of a batch that was sent. An event counts as acknowledged only if all earlier ones of its key are: those
 * behind a failure are sent again after it, so that the last thing said about a key is the newest.
 */
record Sending(List<Entry> acknowledged, Optional<KafkaException> failure) {

    private record Key(String topic, String key) {

        static Key of(Entry entry) {
            return new Key(entry.topic(), entry.key());
        }
    }

    static Sending of(List<Entry> batch, Broker broker, Producer<String, byte[]> producer) {
        var unreachable = new AtomicBoolean();
        var answers = new ArrayList<Future<RecordMetadata>>(batch.size());
        for (Entry entry : batch) {
            if (unreachable.get()) {
                break;
            }
            answers.add(send(entry, broker, producer, unreachable));
        }
        producer.flush();
        return await(batch, answers);
    }

    private static Future<RecordMetadata> send(
            Entry entry, Broker broker, Producer<String, byte[]> producer, AtomicBoolean unreachable) {
        try {
            return producer.send(entry.toRecord(broker), (metadata, failure) -> {
                if (failure instanceof RetriableException) {
                    unreachable.set(true);
                }
            });
        } catch (RuntimeException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
    }

    private static Sending await(List<Entry> batch, List<Future<RecordMetadata>> answers) {
        var acknowledged = new ArrayList<Entry>(answers.size());
        Set<Key> held = new HashSet<>();
        KafkaException first = null;
        for (int i = 0; i < answers.size(); i++) {
            Entry entry = batch.get(i);
            Optional<Throwable> failure = failureOf(answers.get(i));
            if (failure.isPresent() && held.add(Key.of(entry)) && first == null) {
                first = new KafkaException(
                        "event " + entry.id() + " for " + entry.topic() + " was not acknowledged", failure.get());
            } else if (!held.contains(Key.of(entry))) {
                acknowledged.add(entry);
            }
        }
        return new Sending(acknowledged, Optional.ofNullable(first));
    }

    private static Optional<Throwable> failureOf(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return Optional.empty();
        } catch (ExecutionException refused) {
            return Optional.of(refused.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
