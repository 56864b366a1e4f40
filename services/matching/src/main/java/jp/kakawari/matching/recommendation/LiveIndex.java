package jp.kakawari.matching.recommendation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import jp.kakawari.matching.program.Programs;
import jp.kakawari.matching.program.Programs.Changes;

/**
 * This replica's index of programs, brought up to date from the projection before each answer: one indexed query that
 * mostly finds nothing, and no replica ever answers from a state older than the request.
 */
@ApplicationScoped
class LiveIndex {
    private final ProgramIndex index = new ProgramIndex();
    private final ReentrantLock oneReader = new ReentrantLock();
    private final ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
    private String position = Changes.START;

    @Inject
    Programs programs;

    void start(@Observes StartupEvent event) {
        catchUp();
    }

    <T> T read(Function<ProgramIndex, T> reader) {
        catchUp();
        guard.readLock().lock();
        try {
            return reader.apply(index);
        } finally {
            guard.readLock().unlock();
        }
    }

    private void catchUp() {
        oneReader.lock();
        try {
            Changes changes = programs.changedSince(position);
            if (!changes.programs().isEmpty()) {
                guard.writeLock().lock();
                try {
                    changes.programs().forEach(index::put);
                } finally {
                    guard.writeLock().unlock();
                }
            }
            position = changes.position();
        } finally {
            oneReader.unlock();
        }
    }
}
