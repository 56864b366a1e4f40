package jp.kakawari.kpi.figure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicy;

/** The figures of a period as of a moment. */
public record Snapshot(Period period, SuppressionPolicy policy, Freshness freshness, Figures figures) {

    /**
     * The figures of all periods.
     *
     * @param restsUntil until when no new count is due, although there may be news
     */
    record All(
            List<Period> years,
            SuppressionPolicy policy,
            Freshness freshness,
            Map<Key, Column> columns,
            Instant restsUntil) {

        /** Whether the figures are those of now, or new enough for a count that takes long. */
        boolean hold(List<Period> current, SuppressionPolicy inForce, Freshness now, Instant moment) {
            return years.equals(current) && policy.equals(inForce) && (areOf(now) || moment.isBefore(restsUntil));
        }

        /** The same figures; what was heard since then without changing a row makes them no older. */
        All heardUntil(Freshness now) {
            return areOf(now) ? new All(years, policy, now, columns, restsUntil) : this;
        }

        private boolean areOf(Freshness now) {
            return freshness.changes() == now.changes();
        }

        Snapshot of(Period period) {
            return new Snapshot(period, policy, freshness, Figures.of(period, columns));
        }
    }

    /** What the figures rest on: another period, other rules or other facts give another version. */
    public String version() {
        return "%s.%d.%d.%d.%d"
                .formatted(
                        period,
                        Measure.DEFINITION_VERSION,
                        Classification.VERSION,
                        policy.version(),
                        freshness.changes());
    }
}
