package jp.kakawari.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/** Where a service lays the records that it could not take in: unchanged, with headers that say whence and why. */
final class DeadLetters implements AutoCloseable {

    static final String TOPIC = "dead_letter_topic";
    static final String PARTITION = "dead_letter_partition";
    static final String OFFSET = "dead_letter_offset";
    static final String REASON = "dead_letter_reason";
    static final String AT = "dead_letter_at";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 1000;

    private final Broker broker;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Clock clock;
    private Producer<String, byte[]> producer;

    DeadLetters(Broker broker, Supplier<Producer<String, byte[]>> producers, Clock clock) {
        this.broker = broker;
        this.producers = producers;
        this.clock = clock;
    }

    /** Returns when the broker has it. */
    synchronized void add(Topic topic, ConsumerRecord<String, byte[]> record, Throwable reason) {
        LOG.errorf(
                "Record %d of %s-%d is a dead letter now: %s",
                record.offset(), record.topic(), record.partition(), reason);
        if (producer == null) {
            broker.createDeadLetters();
            producer = producers.get();
        }
        try {
            producer.send(letter(topic, record, reason)).get();
        } catch (ExecutionException refused) {
            throw new KafkaException("the dead letter was not acknowledged", refused.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private ProducerRecord<String, byte[]> letter(
            Topic topic, ConsumerRecord<String, byte[]> record, Throwable reason) {
        var headers = new RecordHeaders(record.headers());
        if (headers.lastHeader(TOPIC) == null) {
            set(headers, TOPIC, topic.value());
            set(headers, PARTITION, Integer.toString(record.partition()));
            set(headers, OFFSET, Long.toString(record.offset()));
        }
        set(headers, REASON, shortened(reason.toString()));
        set(headers, AT, clock.instant().toString());
        return new ProducerRecord<>(broker.deadLetters(), null, record.key(), record.value(), headers);
    }

    private static void set(RecordHeaders headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static String shortened(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
