package jp.kakawari.registry.sync;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/** The few threads that stage and merge chunks for all lists of this replica, each chunk in a transaction of its own. */
@ApplicationScoped
class Workers {

    /** More would leave too few connections to everybody else. */
    private static final int MOST = 16;

    private final DataSource database;
    private final ExecutorService threads;
    private final int count;

    /** What a chunk needs done. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    Workers(DataSource database, SyncConfig config) {
        this.database = database;
        this.count = config.workers()
                .orElseGet(() -> Math.min(2 * Runtime.getRuntime().availableProcessors(), MOST));
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("sync-", 1).daemon().factory());
    }

    /** How many chunks run at once; what waits beyond that is only in the way. */
    int count() {
        return count;
    }

    /** Commits when the work returns. */
    <T> Future<T> submit(Work<T> work) {
        return threads.submit(() -> transact(work, false));
    }

    /**
     * Commits when the work returns, without waiting for the disk: for what is lost together with a promise that is not given
     * yet. The commit that gives it waits for all before it.
     */
    <T> Future<T> submitUnpromised(Work<T> work) {
        return threads.submit(() -> transact(work, true));
    }

    private <T> T transact(Work<T> work, boolean unpromised) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (unpromised) {
                    Sql.list(connection, row -> null, "select set_config('synchronous_commit', 'off', true)");
                }
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
