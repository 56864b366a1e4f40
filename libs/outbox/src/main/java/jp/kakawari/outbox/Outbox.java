package jp.kakawari.outbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Removable;
import org.jboss.logging.MDC;

/**
 * Where a use case leaves what it has to tell the other services. The events become visible with the caller's commit
 * and vanish with its rollback; the relay sends them afterwards, in the order of the calls.
 */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = """
            INSERT INTO outbox (topic, key, ce_type, ce_subject, body, revision, traceparent)
            SELECT topic, key, type, key, body, revision, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                WITH ORDINALITY AS event (topic, key, type, body, revision, position)
            ORDER BY position
            """;

    private final DataSource database;

    @Inject
    Outbox(DataSource database) {
        this.database = database;
    }

    /** Adds one event to the caller's transaction. */
    @Transactional(MANDATORY)
    public void append(Event event) {
        insert(List.of(Row.of(event)));
    }

    /** Adds events to the caller's transaction in one statement, in the order of the collection. */
    @Transactional(MANDATORY)
    public void append(Collection<? extends Event> events) {
        insert(events.stream().map(Row::of).toList());
    }

    /**
     * Tells the removal of an aggregate: its last state, with a higher revision than any before, and then a tombstone
     * that lets the topic forget the key.
     */
    @Transactional(MANDATORY)
    public void bury(Removable removed) {
        insert(List.of(Row.of(removed), Row.tombstone(removed)));
    }

    /** The same, of several at once. */
    @Transactional(MANDATORY)
    public void bury(Collection<? extends Removable> removed) {
        insert(removed.stream()
                .flatMap(state -> Stream.of(Row.of(state), Row.tombstone(state)))
                .toList());
    }

    /** The body of an event in UTF-8, for those who append in bulk by a statement of their own. */
    public static byte[] json(Event event) {
        return EventJson.bytes(event);
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String[]> columns = new ArrayList<>();
        columns.add(rows.stream().map(Row::topic).toArray(String[]::new));
        columns.add(rows.stream().map(Row::key).toArray(String[]::new));
        columns.add(rows.stream().map(Row::type).toArray(String[]::new));
        columns.add(rows.stream().map(Row::body).toArray(String[]::new));
        Long[] revisions = rows.stream().map(Row::revision).toArray(Long[]::new);
        try (var connection = database.getConnection();
                var append = connection.prepareStatement(APPEND)) {
            append.setString(1, (String) MDC.get(CloudEvents.TRACEPARENT));
            for (int column = 0; column < columns.size(); column++) {
                append.setArray(column + 2, connection.createArrayOf("text", columns.get(column)));
            }
            append.setArray(columns.size() + 2, connection.createArrayOf("bigint", revisions));
            append.executeUpdate();
        } catch (SQLException failure) {
            throw new NotAppended(failure);
        }
    }

    private record Row(String topic, String key, String type, String body, Long revision) {

        static Row of(Event event) {
            return new Row(event.topic().value(), event.key(), event.type(), EventJson.write(event), null);
        }

        static Row tombstone(Removable event) {
            return new Row(event.topic().value(), event.key(), event.type(), null, event.revision());
        }
    }
}
