package jp.kakawari.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands records to a subscription. A batch that fails is halved until the record stands alone that can't be taken in;
 * that one becomes a dead letter and all others are taken in. Passing trouble gives up the whole batch for now.
 */
final class Delivery<E extends Event> {

    private final Subscription<E> subscription;
    private final DeadLetters deadLetters;
    private final DataSource database;
    private final Counter records;
    private final Counter letters;

    Delivery(Subscription<E> subscription, DeadLetters deadLetters, DataSource database, MeterRegistry registry) {
        this.subscription = subscription;
        this.deadLetters = deadLetters;
        this.database = database;
        String topic = subscription.topic().value();
        records = Counter.builder("kakawari.inbox.records")
                .description("Records that were taken in or laid with the dead letters")
                .tag("topic", topic)
                .register(registry);
        letters = Counter.builder("kakawari.inbox.dead.letters")
                .description("Records that could not be taken in")
                .tag("topic", topic)
                .register(registry);
    }

    Topic topic() {
        return subscription.topic();
    }

    private record Opened<E>(ConsumerRecord<String, byte[]> record, Received<E> content) {}

    boolean heard() {
        return subscription.heard();
    }

    /** Takes in all records, in their order, or throws {@link Passing}; says false if nobody waits for them. */
    boolean deliver(Iterable<ConsumerRecord<String, byte[]>> batch) {
        if (!heard()) {
            return false;
        }
        var opened = new ArrayList<Opened<E>>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                opened.add(new Opened<>(record, open(record)));
            } catch (IOException | RuntimeException unreadable) {
                giveUp(record, unreadable);
            }
            records.increment();
        }
        if (!opened.isEmpty()) {
            handle(opened);
        }
        return true;
    }

    private void handle(List<Opened<E>> batch) {
        if (attempt(batch).isEmpty()) {
            return;
        }
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            handle(batch.subList(0, half));
            handle(batch.subList(half, batch.size()));
        } else {
            attempt(batch).ifPresent(failure -> giveUp(batch.getFirst().record(), failure));
        }
    }

    private Optional<Exception> attempt(List<Opened<E>> batch) {
        try {
            subscription.handle(batch.stream().map(Opened::content).toList());
            return Optional.empty();
        } catch (Exception failure) {
            if (Passing.is(failure) || !Passing.reachable(database)) {
                throw new Passing(failure);
            }
            return Optional.of(failure);
        }
    }

    private void giveUp(ConsumerRecord<String, byte[]> record, Exception reason) {
        deadLetters.add(subscription.topic(), record, reason);
        letters.increment();
    }

    private Received<E> open(ConsumerRecord<String, byte[]> record) throws IOException {
        UUID id = UUID.fromString(header(record, CloudEvents.ID));
        Instant time = OffsetDateTime.parse(header(record, CloudEvents.TIME)).toInstant();
        if (record.value() == null) {
            return Received.tombstone(id, record.key(), time, revision(record));
        }
        E body = EventJson.read(record.value(), subscription.type());
        if (body == null) {
            throw new IOException("the body says null");
        }
        return new Received<>(id, record.key(), time, body);
    }

    private static long revision(ConsumerRecord<String, byte[]> tombstone) {
        return CloudEvents.header(tombstone.headers(), CloudEvents.REVISION)
                .map(Long::parseLong)
                .orElse(Received.NO_REVISION);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) throws IOException {
        return CloudEvents.header(record.headers(), name)
                .orElseThrow(() -> new IOException("not a CloudEvent: it has no header " + name));
    }
}
