package jp.kakawari.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that begin, append and commit or roll back in any order, beside somebody who looks and deletes. */
class FloorTest {

    private static final int LIMIT = 7;

    private final TreeMap<Long, List<Long>> running = new TreeMap<>();
    private final TreeSet<Long> visible = new TreeSet<>();
    private final Floor floor = new Floor();
    private long nextTransaction = 1;
    private long newestOver;
    private long nextId = 1;
    private long looksFromTheBeginning;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_event_ever_lies_below(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(5)) {
                case 0 -> running.put(nextTransaction++, new ArrayList<>());
                case 1, 2 -> any(random).ifPresent(ids -> ids.add(nextId++));
                case 3 -> end(random);
                default -> look(random);
            }
        }
        assertThat(looksFromTheBeginning).isLessThan(100);
    }

    private Optional<List<Long>> any(Random random) {
        return running.values().stream()
                .skip(random.nextInt(running.size() + 1))
                .findFirst();
    }

    private void end(Random random) {
        running.keySet().stream()
                .skip(random.nextInt(running.size() + 1))
                .findFirst()
                .ifPresent(transaction -> {
                    List<Long> ids = running.remove(transaction);
                    newestOver = Math.max(newestOver, transaction);
                    if (random.nextInt(10) > 0) {
                        visible.addAll(ids);
                    }
                });
    }

    private void look(Random random) {
        // As a snapshot has it: of those that run, only what is older than the newest one that is over.
        long oldestRunning = running.isEmpty() ? newestOver + 1 : Math.min(running.firstKey(), newestOver + 1);
        long behind = floor.behind();
        looksFromTheBeginning += behind == 0 ? 1 : 0;
        assertThat(visible.headSet(behind, true)).isEmpty();
        List<Long> seen = visible.tailSet(behind, false).stream().limit(LIMIT).toList();
        if (!seen.isEmpty() && random.nextInt(20) > 0) {
            seen.forEach(visible::remove);
            newestOver = nextTransaction++;
            floor.done(new Floor.Look(seen.getLast(), oldestRunning), newestOver);
        }
    }
}
