package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * At most one list of a municipality is received or merged at a time, over all replicas: an advisory lock on a connection
 * that is kept as long. If the process dies the lock is free at once.
 */
public final class MunicipalityLock implements AutoCloseable {

    private static final int SYNC = 0x53594E43;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final String municipality;

    private MunicipalityLock(Connection connection, String municipality) {
        this.connection = connection;
        this.municipality = municipality;
    }

    /** Takes the lock, or empty when another one holds it and does not give it back soon. */
    public static Optional<MunicipalityLock> take(DataSource database, String municipality, Duration patience)
            throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            taken = lock(connection, municipality, patience);
            if (!taken) {
                return Optional.empty();
            }
            connection.setAutoCommit(false);
            return Optional.of(new MunicipalityLock(connection, municipality));
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static boolean lock(Connection connection, String municipality, Duration patience) throws SQLException {
        Sql.list(
                connection,
                row -> row.getString(1),
                "select set_config('lock_timeout', ?, false)",
                Math.max(1, patience.toMillis()) + "ms");
        try {
            Sql.list(connection, row -> null, "select pg_advisory_lock(?, ?)", SYNC, key(municipality));
            return true;
        } catch (SQLException refused) {
            if (LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        } finally {
            Sql.list(connection, row -> row.getString(1), "select set_config('lock_timeout', '0', false)");
        }
    }

    private static int key(String municipality) {
        return Integer.parseInt(municipality);
    }

    public String municipality() {
        return municipality;
    }

    /** The connection that holds the lock; its transactions are the holder's. */
    public Connection connection() {
        return connection;
    }

    /** Gives the lock back; what is not committed is rolled back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            Sql.list(connection, row -> row.getBoolean(1), "select pg_advisory_unlock(?, ?)", SYNC, key(municipality));
        }
    }
}
