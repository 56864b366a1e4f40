package jp.kakawari.registry.sync;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works of one list that run side by side, a few at a time. The first failure is thrown to whoever adds the next one or
 * closes it; in any case nothing runs any more after {@link #close}.
 */
final class SideBySide<T> implements AutoCloseable {

    private final Deque<Future<T>> running = new ArrayDeque<>();
    private final int atOnce;
    private final Consumer<T> results;

    SideBySide(int atOnce, Consumer<T> results) {
        this.atOnce = atOnce;
        this.results = results;
    }

    /** Adds one, after the oldest one has ended where too many run. */
    void add(Future<T> work) throws SQLException {
        running.add(work);
        while (running.size() > atOnce) {
            result(running.remove());
        }
    }

    /** Waits for all. */
    void join() throws SQLException {
        while (!running.isEmpty()) {
            result(running.remove());
        }
    }

    private void result(Future<T> work) throws SQLException {
        try {
            results.accept(await(work));
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case SQLException sql -> throw sql;
                case RuntimeException other -> throw other;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private static <T> T await(Future<T> work) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is still running comes to its end, and nobody asks how. */
    @Override
    public void close() {
        for (Future<T> work : running) {
            try {
                await(work);
            } catch (ExecutionException alreadyFailing) {
                continue;
            }
        }
        running.clear();
    }
}
