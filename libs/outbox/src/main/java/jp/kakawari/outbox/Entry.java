package jp.kakawari.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A row of the outbox: an event that is committed and not yet known to have arrived. */
record Entry(
        long id,
        String topic,
        String key,
        String ceId,
        String type,
        String subject,
        OffsetDateTime time,
        String traceparent,
        String body,
        Long revision) {

    static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("ce_id"),
                row.getString("ce_type"),
                row.getString("ce_subject"),
                row.getObject("ce_time", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString("traceparent"),
                row.getString("body"),
                row.getObject("revision", Long.class));
    }

    /** Its topic, unless the contracts don't know it: then nobody could be listening, and it is never sent. */
    Optional<Topic> contract() {
        return Arrays.stream(Topic.values())
                .filter(known -> known.value().equals(topic))
                .findFirst();
    }

    /** The event as a CloudEvent in binary mode, for the topic that the broker knows by that name. */
    ProducerRecord<String, byte[]> toRecord(Broker broker) {
        Topic contract =
                contract().orElseThrow(() -> new IllegalStateException("no contract names the topic " + topic));
        var event = new ProducerRecord<>(broker.name(contract), key, body == null ? null : body.getBytes(UTF_8));
        Headers headers = event.headers();
        add(headers, CloudEvents.SPECVERSION, "1.0");
        add(headers, CloudEvents.ID, ceId);
        add(headers, CloudEvents.TYPE, type);
        add(headers, CloudEvents.SOURCE, contract.publisher());
        add(headers, CloudEvents.SUBJECT, subject);
        add(headers, CloudEvents.TIME, time.toString());
        if (body != null) {
            add(headers, CloudEvents.CONTENT_TYPE, "application/json");
        }
        if (revision != null) {
            add(headers, CloudEvents.REVISION, revision.toString());
        }
        if (traceparent != null) {
            add(headers, CloudEvents.TRACEPARENT, traceparent);
        }
        return event;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
