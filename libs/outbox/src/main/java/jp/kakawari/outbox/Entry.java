package jp.kakawari.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A row of the outbox: one or several events of a topic that were committed together and are not yet known to have arrived.
 *
 * @param ceId of the first event; those behind it count on from there
 * @param subject null for the key
 * @param bodies one for each key; null is a tombstone
 */
record Entry(
        long id,
        String topic,
        List<String> keys,
        UUID ceId,
        String type,
        String subject,
        OffsetDateTime time,
        String traceparent,
        List<byte[]> bodies,
        Long revision) {

    /** The oldest rows behind an id, at most so many, as long as there are fewer events before them. */
    static final String SELECT = """
            SELECT id, topic, key, ce_id, ce_type, ce_subject, ce_time, traceparent, convert_to(body, 'UTF8'), revision,
                (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint) AS oldest
            FROM (SELECT *, sum(events) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) - events AS before
                  FROM outbox WHERE id > ? ORDER BY id LIMIT ?) waiting
            WHERE before < ?""";

    private static final Map<String, Topic> CONTRACTS =
            Arrays.stream(Topic.values()).collect(toMap(Topic::value, identity()));

    /** A row of {@link #SELECT}. */
    static Entry of(ResultSet row) throws SQLException {
        List<String> keys = List.of(row.getString(3).split("\n", -1));
        return new Entry(
                row.getLong(1),
                row.getString(2),
                keys,
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString(8),
                bodies(row.getBytes(9), keys.size()),
                row.getObject(10, Long.class));
    }

    private static List<byte[]> bodies(byte[] body, int events) {
        if (events == 1) {
            return Arrays.asList(body);
        }
        List<byte[]> lines = new ArrayList<>(events);
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                lines.add(Arrays.copyOfRange(body, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /** How many events it holds. */
    int events() {
        return keys.size();
    }

    /** Its topic, unless the contracts don't know it: then nobody could be listening, and it is never sent. */
    Optional<Topic> contract() {
        return Optional.ofNullable(CONTRACTS.get(topic));
    }

    /** The events as CloudEvents in binary mode, for the topic that the broker knows by that name. */
    List<ProducerRecord<String, byte[]>> toRecords(Broker broker) {
        Topic contract =
                contract().orElseThrow(() -> new IllegalStateException("no contract names the topic " + topic));
        String name = broker.name(contract);
        List<Header> common = commonHeaders(contract);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            List<Header> headers = new ArrayList<>(common);
            headers.add(header(CloudEvents.ID, ceId(i).toString()));
            headers.add(header(CloudEvents.SUBJECT, subject == null ? key : subject));
            if (bodies.get(i) != null) {
                headers.add(header(CloudEvents.CONTENT_TYPE, "application/json"));
            }
            records.add(new ProducerRecord<>(name, null, key, bodies.get(i), headers));
        }
        return records;
    }

    /** Still a UUIDv7: what is counted up is its random end. */
    private UUID ceId(int event) {
        return new UUID(ceId.getMostSignificantBits(), ceId.getLeastSignificantBits() + event);
    }

    private List<Header> commonHeaders(Topic contract) {
        List<Header> headers = new ArrayList<>();
        headers.add(header(CloudEvents.SPECVERSION, "1.0"));
        headers.add(header(CloudEvents.TYPE, type));
        headers.add(header(CloudEvents.SOURCE, contract.publisher()));
        headers.add(header(CloudEvents.TIME, time.toString()));
        if (revision != null) {
            headers.add(header(CloudEvents.REVISION, revision.toString()));
        }
        if (traceparent != null) {
            headers.add(header(CloudEvents.TRACEPARENT, traceparent));
        }
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
