package jp.kakawari.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Trouble that passes without anybody's doing: no fault of the record, which has to wait and not to be given up. */
final class Passing extends RuntimeException {

    /** Connection lost, rolled back by a conflict or deadlock, out of resources. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53");

    /** Lock not available, shutting down, crashed, starting up, database dropped, read-only after a switch-over. */
    private static final Set<String> STATES = Set.of("55P03", "57P01", "57P02", "57P03", "57P05", "25006");

    private static final int ANSWER_WITHIN_SECONDS = 5;

    Passing(Throwable cause) {
        super(cause.toString(), cause);
    }

    /** Whether waiting cures the failure. */
    static boolean is(Throwable failure) {
        return chain(failure).anyMatch(cause -> cause instanceof SQLException sql && passes(sql));
    }

    /** Whether the database answers now; while it doesn't, no failure says anything about a record. */
    static boolean reachable(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** What the pool reports, for example that it is exhausted, has no SQL state. */
    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || state == null
                || STATES.contains(state)
                || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())));
    }
}
