package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * At most one list of a municipality is received or merged at a time, over all replicas: an advisory lock on a connection
 * that is kept as long. If the process dies the lock is free at once.
 */
public final class MunicipalityLock implements AutoCloseable {

    private static final int SYNC = 0x53594E43;

    private final Connection connection;
    private final int municipality;

    private MunicipalityLock(Connection connection, int municipality) {
        this.connection = connection;
        this.municipality = municipality;
    }

    /** Takes the lock, or empty while another one holds it. */
    public static Optional<MunicipalityLock> take(DataSource database, String municipality) throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            int code = Integer.parseInt(municipality);
            taken = Sql.list(connection, row -> row.getBoolean(1), "select pg_try_advisory_lock(?, ?)", SYNC, code)
                    .getFirst();
            if (!taken) {
                return Optional.empty();
            }
            connection.setAutoCommit(false);
            return Optional.of(new MunicipalityLock(connection, code));
        } finally {
            if (!taken) {
                connection.close();
            }
        }
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
            Sql.list(connection, row -> row.getBoolean(1), "select pg_advisory_unlock(?, ?)", SYNC, municipality);
        }
    }
}
