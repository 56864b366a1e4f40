package jp.kakawari.registry.rotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The right to work in the background, which one replica has at a time: an advisory lock, free as soon as it dies. */
public final class OneReplica implements AutoCloseable {

    private final Connection connection;
    private final String work;

    private OneReplica(Connection connection, String work) {
        this.connection = connection;
        this.work = work;
    }

    /** Empty while another replica does that work. */
    public static Optional<OneReplica> take(DataSource database, String work) throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            taken = ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", work);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
        return taken ? Optional.of(new OneReplica(connection, work)) : Optional.empty();
    }

    /** A connection that may still hold the lock is not given back to its pool. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            try {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", work);
            } catch (SQLException broken) {
                connection.abort(Runnable::run);
            }
        }
    }

    private static boolean ask(Connection connection, String question, String work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, work);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
