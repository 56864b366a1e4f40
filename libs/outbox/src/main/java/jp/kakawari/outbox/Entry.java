package jp.kakawari.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
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
        byte[] body,
        Long revision) {

    static final String SELECT = """
            SELECT id, topic, key, ce_id, ce_type, ce_subject, ce_time, traceparent, convert_to(body::text, 'UTF8'), revision,
                (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint) AS oldest
            FROM outbox""";

    private static final Map<String, Topic> CONTRACTS =
            Arrays.stream(Topic.values()).collect(toMap(Topic::value, identity()));

    /** A row of {@link #SELECT}. */
    static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString(8),
                row.getBytes(9),
                row.getObject(10, Long.class));
    }

    /** Its topic, unless the contracts don't know it: then nobody could be listening, and it is never sent. */
    Optional<Topic> contract() {
        return Optional.ofNullable(CONTRACTS.get(topic));
    }

    /** The event as a CloudEvent in binary mode, for the topic that the broker knows by that name. */
    ProducerRecord<String, byte[]> toRecord(Broker broker) {
        Topic contract =
                contract().orElseThrow(() -> new IllegalStateException("no contract names the topic " + topic));
        var event = new ProducerRecord<>(broker.name(contract), key, body);
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
