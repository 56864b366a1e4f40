package jp.kakawari.outbox;

import java.time.Duration;

/**
 * Below which id the outbox is done with. What was deleted stays in its index until a vacuum: whoever looked from the
 * beginning each time would go over a million of them. Ids are given before they are committed, so an id is done with when
 * every transaction has ended that ran while a higher one was seen. For good measure all of it is looked through every few
 * seconds.
 */
final class Floor {

    private static final long LOOK_THROUGH_EVERY = Duration.ofSeconds(5).toNanos();

    private long floor;
    private long highest;
    private long firstToBegin;
    private long lookedThroughAt = System.nanoTime() - LOOK_THROUGH_EVERY;

    /**
     * What a look saw.
     *
     * @param last the highest id of its events
     * @param oldestRunning the oldest transaction that ran
     * @param firstToBegin the first one that had not begun
     */
    record Look(long last, long oldestRunning, long firstToBegin) {}

    /** The id behind which to look now. */
    long behind() {
        long now = System.nanoTime();
        if (now - lookedThroughAt >= LOOK_THROUGH_EVERY) {
            lookedThroughAt = now;
            return 0;
        }
        return floor;
    }

    /** All that the look saw is deleted. */
    void done(Look look) {
        boolean settled = look.oldestRunning() >= firstToBegin;
        if (settled && look.last() >= highest) {
            floor = Math.max(floor, highest);
            highest = look.last();
            firstToBegin = look.firstToBegin();
        }
    }

    /** Whether there is anything below; then it is looked through next. */
    boolean leave() {
        boolean above = floor > 0;
        floor = 0;
        highest = 0;
        firstToBegin = 0;
        return above;
    }
}
