package jp.kakawari.outbox;

import java.time.Duration;

/**
 * Below which id the outbox is done with. What was deleted stays in its index until a vacuum: whoever looked from the
 * beginning each time would go over a million of them. Ids are given before they are committed, so an id is done with when
 * every transaction has ended that could have had a lower one: whoever had one when a higher id was seen is older than the
 * transaction that deleted what was seen. For good measure all of it is looked through every few seconds.
 */
final class Floor {

    private static final long LOOK_THROUGH_EVERY = Duration.ofSeconds(5).toNanos();

    private long floor;
    private long highest;
    private long mustHaveEnded;
    private long lookedThroughAt = System.nanoTime() - LOOK_THROUGH_EVERY;

    /**
     * What a look saw.
     *
     * @param last the highest id of its events
     * @param oldestRunning the oldest transaction that ran; all older ones were over, and seen
     */
    record Look(long last, long oldestRunning) {}

    /** The id behind which to look now. */
    long behind() {
        long now = System.nanoTime();
        if (now - lookedThroughAt >= LOOK_THROUGH_EVERY) {
            lookedThroughAt = now;
            return 0;
        }
        return floor;
    }

    /** All that the look saw was deleted by that transaction, which began after the look. */
    void done(Look look, long deletedBy) {
        if (look.oldestRunning() >= mustHaveEnded && look.last() >= highest) {
            floor = Math.max(floor, highest);
            highest = look.last();
            mustHaveEnded = deletedBy;
        }
    }

    /** Looks from the beginning next; whether that is any different. */
    boolean leave() {
        boolean above = floor > 0;
        floor = 0;
        highest = 0;
        mustHaveEnded = 0;
        return above;
    }
}
