package jp.kakawari.registry.supporterlist;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.staging.BinaryCopy;
import jp.kakawari.registry.staging.Sql;

/**
 * The events of one chunk, written with its rows and held until it is merged: one row of the outbox, below zero, where the
 * relay doesn't look.
 */
final class HeldEvents {

    private static final String TOPIC = Topic.REGISTRY_SUPPORTER.value();
    private static final String TYPE = "jp.kakawari.registry.supporter-changed.v1";

    /** Bytes of an event, about. */
    private static final int USUAL_LENGTH = 600;

    private final UUID job;
    private final int chunk;
    private final long id = Long.MIN_VALUE | ThreadLocalRandom.current().nextLong();
    private final BinaryCopy row = new BinaryCopy("outbox", "id", "topic", "ce_type", "body", "key");
    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();

    HeldEvents(UUID job, int chunk) {
        this.job = job;
        this.chunk = chunk;
    }

    /** Makes room for so many. */
    void expect(int events) {
        row.expect(events * USUAL_LENGTH);
    }

    void add(SupporterChanged event) {
        if (keys.size() == 0) {
            row.row().bigint(id).text(TOPIC).text(TYPE).beginLines();
        } else {
            keys.write('\n');
        }
        keys.writeBytes(event.key().getBytes(StandardCharsets.US_ASCII));
        row.line(Outbox.json(event));
    }

    /** Writes them in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        if (keys.size() > 0) {
            row.endLines().bytes(keys.toByteArray()).send(connection);
            Sql.run(connection, "insert into sync_held (job, chunk, event) values (?, ?, ?)", job, chunk, id);
        }
    }

    /**
     * Releases the events of a chunk whose rows were merged, if all of them came true, and lets all of them go otherwise. What
     * was not released is told as it is now, which costs several times as much. All in one row of the outbox, in any order but
     * keys and bodies in the same. What still has its number below zero when the statement ends goes with its row of sync_held.
     */
    static void tell(Connection connection, UUID job, int chunk, StagedRows rows) throws SQLException {
        boolean released = Sql.run(connection, """
                with waiting as (delete from sync_held where job = ? and chunk = ? returning event)
                update outbox o set id = default, ce_id = default, ce_time = default
                from waiting w
                where o.id = w.event and o.events = ?""", job, chunk, rows.heldEvents()) > 0;
        if (!released || rows.anyUntold()) {
            tellAsTheyAre(connection, job, chunk, released);
        }
    }

    private static void tellAsTheyAre(Connection connection, UUID job, int chunk, boolean released)
            throws SQLException {
        Sql.run(connection, """
                insert into outbox (topic, key, ce_type, body)
                select ?, string_agg(r.supporter::text, E'\\n'), ?, string_agg(v.body::text, E'\\n')
                from sync_row r
                cross join lateral (select body from supporter_state where id = r.supporter limit 1) v
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED', 'ENDED') and (r.held and ?) is not true
                having count(*) > 0""", TOPIC, TYPE, job, chunk, released);
    }
}
