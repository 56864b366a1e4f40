package jp.kakawari.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.Database;

/** Holds the relay where it has sent its events and is about to delete them from the outbox. */
final class HeldDeletions implements AutoCloseable {

    private static final long LOCK = 20_270_101;

    private final Connection connection;

    private HeldDeletions(Connection connection) {
        this.connection = connection;
    }

    static HeldDeletions in(Database database) throws SQLException {
        HeldDeletions held = new HeldDeletions(
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword()));
        held.run("select pg_advisory_lock(%d)".formatted(LOCK));
        held.run("""
                create function hold_deletion() returns trigger language plpgsql
                as 'begin perform pg_advisory_xact_lock_shared(%d); return null; end'""".formatted(LOCK));
        held.run("create trigger hold before delete on outbox for each statement execute function hold_deletion()");
        return held;
    }

    /** Waits until the relay stands there and returns the process of its session, which would otherwise go on without it. */
    ProcessHandle awaitOne() throws SQLException {
        while (true) {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select pid from pg_locks where locktype = 'advisory' and objid = %d and not granted"
                                    .formatted(LOCK))) {
                if (rows.next()) {
                    return ProcessHandle.of(rows.getLong(1)).orElseThrow();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            run("drop function hold_deletion() cascade");
        }
    }
}
