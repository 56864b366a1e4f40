package jp.kakawari.kpi.figure;

import jakarta.ws.rs.core.EntityTag;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicy;

/** The figures of a period as of a moment. */
public record Snapshot(Period period, SuppressionPolicy policy, Freshness freshness, Figures figures) {

    static Snapshot of(Period period, SuppressionPolicy policy, Freshness freshness, Counts counts) {
        return new Snapshot(period, policy, freshness, Figures.of(period, counts, policy));
    }

    boolean isOf(Freshness now, SuppressionPolicy current) {
        return freshness.changes() == now.changes() && policy.equals(current);
    }

    /** The same figures; what was heard since then changed none of them. */
    Snapshot heardUntil(Freshness now) {
        return new Snapshot(period, policy, now, figures);
    }

    /** Weak, as the lag in the answer grows while the figures stay. */
    public EntityTag tag() {
        return new EntityTag(
                "%d.%d.%d.%d"
                        .formatted(
                                Measure.DEFINITION_VERSION,
                                Classification.VERSION,
                                policy.version(),
                                freshness.changes()),
                true);
    }
}
