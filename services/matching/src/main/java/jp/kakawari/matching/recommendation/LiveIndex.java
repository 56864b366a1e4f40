package jp.kakawari.matching.recommendation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.State;
import jp.kakawari.matching.program.Programs;
import jp.kakawari.matching.program.Programs.Changes;

/**
 * This replica's index of programs, brought up to date from the projection before each answer: one indexed query that
 * mostly finds nothing, and no replica ever answers from a state older than the request.
 */
@ApplicationScoped
class LiveIndex {
    private final ProgramIndex index = new ProgramIndex();
    private final ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
    private final AtomicLong position = new AtomicLong();

    @Inject
    Programs programs;

    void start(@Observes StartupEvent event) {
        catchUp();
    }

    <T> T read(Function<ProgramIndex, T> reader) {
        catchUp();
        return readAsItIs(reader);
    }

    /** Asks the database without holding the guard: whoever waits for a connection must not keep the others waiting. */
    private void catchUp() {
        Changes changes = programs.changedSince(position.get());
        List<ProgramChanged> news = readAsItIs(
                known -> changes.programs().stream().filter(known::isNews).toList());
        if (!news.isEmpty()) {
            Map<UUID, Candidate> candidates = news.parallelStream()
                    .filter(program -> program.state() == State.PUBLISHED)
                    .collect(Collectors.toConcurrentMap(ProgramChanged::id, Candidate::of));
            guard.writeLock().lock();
            try {
                news.forEach(program -> index.put(program, candidates.get(program.id())));
            } finally {
                guard.writeLock().unlock();
            }
        }
        position.accumulateAndGet(changes.position(), Math::max);
    }

    private <T> T readAsItIs(Function<ProgramIndex, T> reader) {
        guard.readLock().lock();
        try {
            return reader.apply(index);
        } finally {
            guard.readLock().unlock();
        }
    }
}
