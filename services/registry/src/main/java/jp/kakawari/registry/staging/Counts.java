package jp.kakawari.registry.staging;

import java.util.Map;

/** What became of staged rows; {@code refused} ones were rejected after they had been staged. */
public record Counts(long created, long changed, long unchanged, long ended, long refused) {

    static Counts of(Map<String, Long> byOutcome) {
        return new Counts(
                byOutcome.getOrDefault(Outcome.CREATED.name(), 0L),
                byOutcome.getOrDefault(Outcome.CHANGED.name(), 0L),
                byOutcome.getOrDefault(Outcome.UNCHANGED.name(), 0L),
                byOutcome.getOrDefault(Outcome.ENDED.name(), 0L),
                byOutcome.getOrDefault(Outcome.REFUSED.name(), 0L));
    }
}
