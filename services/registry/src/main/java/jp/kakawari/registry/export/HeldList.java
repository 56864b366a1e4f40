package jp.kakawari.registry.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rows as they stood at one moment, for a reader however slow, in constant memory and without a transaction. Whoever is on
 * them is recorded as read, and that is committed, before the first row can be had. Close it, or the database keeps them.
 */
public final class HeldList implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;

    private HeldList(Connection connection) {
        this.connection = connection;
    }

    /** A statement with the values of its place holders. */
    public record Query(String sql, Object... values) {}

    /** Takes one row at a time. */
    public interface Taker {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /** @param reads records whoever is among the rows */
    public static HeldList of(Connection connection, Query reads, Query rows) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run(connection, "set transaction isolation level repeatable read");
            run(connection, reads.sql(), reads.values());
            run(connection, "declare held_list no scroll cursor with hold for " + rows.sql(), rows.values());
            connection.commit();
            return new HeldList(connection);
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    public void each(Taker taker) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            int read = ROWS_AT_ONCE;
            while (read == ROWS_AT_ONCE) {
                read = 0;
                try (ResultSet next = statement.executeQuery("fetch " + ROWS_AT_ONCE + " from held_list")) {
                    for (; next.next(); read++) {
                        taker.take(next);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        run(connection, "close held_list");
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
