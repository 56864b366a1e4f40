package jp.kakawari.registry.staging;

import java.util.Map;

/** What became of staged rows; {@code refused} ones were rejected after they had been staged. */
public record Counts(long created, long changed, long unchanged, long ended, long refused) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    static Counts of(Map<String, Long> byOutcome) {
        return new Counts(
                byOutcome.getOrDefault(Outcome.CREATED.name(), 0L),
                byOutcome.getOrDefault(Outcome.CHANGED.name(), 0L),
                byOutcome.getOrDefault(Outcome.UNCHANGED.name(), 0L),
                byOutcome.getOrDefault(Outcome.ENDED.name(), 0L),
                byOutcome.getOrDefault(Outcome.REFUSED.name(), 0L));
    }

    public Counts plus(Counts others) {
        return new Counts(
                created + others.created,
                changed + others.changed,
                unchanged + others.unchanged,
                ended + others.ended,
                refused + others.refused);
    }

    /** How many rows did something. */
    public long done() {
        return created + changed + ended;
    }
}
