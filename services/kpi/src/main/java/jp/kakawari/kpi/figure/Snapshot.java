package jp.kakawari.kpi.figure;

import java.time.Instant;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicy;

/**
 * The figures of a period as of a moment.
 *
 * @param restsUntil until when no new count is due, although there may be news
 */
public record Snapshot(
        Period period, SuppressionPolicy policy, Freshness freshness, Figures figures, Instant restsUntil) {

    /** Whether the figures are those of now, or new enough for a count that takes long. */
    boolean holds(Freshness now, SuppressionPolicy current, Instant moment) {
        return policy.equals(current) && (isOf(now) || moment.isBefore(restsUntil));
    }

    /** The same figures; what was heard since then without changing a row makes them no older. */
    Snapshot heardUntil(Freshness now) {
        return isOf(now) ? new Snapshot(period, policy, now, figures, restsUntil) : this;
    }

    private boolean isOf(Freshness now) {
        return freshness.changes() == now.changes();
    }

    /** What the figures rest on: other rules or other facts give another version. */
    public String version() {
        return "%d.%d.%d.%d"
                .formatted(Measure.DEFINITION_VERSION, Classification.VERSION, policy.version(), freshness.changes());
    }
}
