package jp.kakawari.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The right to relay, which at most one session of a database holds. Everything is read and deleted over the very
 * connection that holds the lock: who lost it can't delete either.
 */
final class Leadership implements AutoCloseable {

    private static final String LOCK = "hashtextextended('kakawari outbox relay', 0)";
    private static final int ANSWER_WITHIN_MS = 30_000;

    /** A leader whose machine vanished without a word is noticed in seconds, not in the hours of TCP's defaults. */
    private static final String NOTICE_A_DEAD_LEADER =
            "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";

    /** Planned while the outbox is empty and kept while it is full: always by the index. */
    private static final String GO_BY_THE_INDEX =
            "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off";

    private final Connection connection;
    private final Floor floor = new Floor();
    private Floor.Look look;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** The leadership, unless another session has it. */
    static Optional<Leadership> take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        var leadership = new Leadership(connection);
        try {
            if (leadership.lock()) {
                connection.setNetworkTimeout(Runnable::run, ANSWER_WITHIN_MS);
                leadership.execute(NOTICE_A_DEAD_LEADER);
                leadership.execute(GO_BY_THE_INDEX);
                leadership.execute("LISTEN outbox");
                return Optional.of(leadership);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException | RuntimeException failure) {
            leadership.close();
            throw failure;
        }
    }

    /** The oldest entries, in the order in which they were appended: as many as hold that many events, and one at least. */
    List<Entry> oldest(int limit) throws SQLException {
        List<Entry> entries = behind(floor.behind(), limit);
        return entries.isEmpty() && floor.leave() ? behind(0, limit) : entries;
    }

    private List<Entry> behind(long id, int limit) throws SQLException {
        try (var select = connection.prepareStatement(Entry.SELECT)) {
            select.setLong(1, id);
            select.setInt(2, limit);
            select.setInt(3, limit);
            var entries = new ArrayList<Entry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(Entry.of(rows));
                    look = new Floor.Look(rows.getLong("id"), rows.getLong("oldest"));
                }
            }
            return entries;
        }
    }

    /**
     * Deletes those of the last look that were acknowledged.
     *
     * @param all whether these are all of them
     */
    void delete(Collection<Long> ids, boolean all) throws SQLException {
        try (var delete = connection.prepareStatement("""
                WITH gone AS (DELETE FROM outbox WHERE id = ANY (?) RETURNING id)
                SELECT pg_current_xact_id()::text::bigint, count(*) FROM gone""")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (var row = delete.executeQuery()) {
                row.next();
                if (all) {
                    floor.done(look, row.getLong(1));
                } else {
                    floor.leave();
                }
            }
        }
    }

    /** Waits until a transaction that appended something commits, at most so long. */
    void awaitAppend(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    /** How many events wait, and since when the oldest does. */
    Backlog backlog() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT coalesce(sum(events), 0), (SELECT ce_time FROM outbox WHERE id > 0 ORDER BY id LIMIT 1)
                        FROM outbox WHERE id > 0""")) {
            row.next();
            return new Backlog(row.getLong(1), Optional.ofNullable(row.getObject(2, OffsetDateTime.class)));
        }
    }

    record Backlog(long size, Optional<OffsetDateTime> oldest) {}

    private boolean lock() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives the lock back; a connection that can't be cleaned is not returned to its pool alive. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            try {
                execute("UNLISTEN *; SELECT pg_advisory_unlock_all(); RESET ALL");
                connection.setNetworkTimeout(Runnable::run, 0);
            } catch (SQLException broken) {
                connection.abort(Runnable::run);
            }
        }
    }
}
