package jp.kakawari.kpi.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.kpi.suppression.SuppressionPolicy;
import jp.kakawari.web.InvalidParameter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts relations (関係人口の集計) of a period for all places, from the facts as they stand, once per change of them: who
 * asks again before the next event gets the same figures without a count.
 */
@ApplicationScoped
public class Relations {
    private static final int PERIODS_KEPT = 26;

    @Inject
    Facts facts;

    @Inject
    SuppressionPolicies policies;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kakawari.kpi.long-count", defaultValue = "2s")
    Duration longCount;

    private final Map<Period, Snapshot> snapshots = new ConcurrentHashMap<>();

    /** The current figures of a period; none named: the running fiscal year. */
    public Snapshot of(String periodName) {
        SuppressionPolicy policy = policies.current();
        Period period = period(periodName, policy);
        Freshness now = facts.freshness();
        if (snapshots.size() > PERIODS_KEPT) {
            snapshots.clear();
        }
        return snapshots
                .compute(
                        period,
                        (_, known) -> known != null && known.holds(now, policy, clock.instant())
                                ? known
                                : count(period, policy, now))
                .heardUntil(now);
    }

    /** A count that took long rests for as long, so that frequent readers don't keep the database busy all the time. */
    private Snapshot count(Period period, SuppressionPolicy policy, Freshness now) {
        Instant start = clock.instant();
        Figures figures = Figures.of(period, facts.count(period), policy);
        Instant end = clock.instant();
        Duration took = Duration.between(start, end);
        return new Snapshot(period, policy, now, figures, took.compareTo(longCount) > 0 ? end.plus(took) : end);
    }

    private Period period(String name, SuppressionPolicy policy) {
        LocalDate today = LocalDate.now(clock);
        Period period =
                Optional.ofNullable(name).map(Relations::parse).orElseGet(() -> Period.of(FiscalYear.of(today)));
        if (period.from().isBefore(policy.reportingSince()) || period.from().isAfter(today)) {
            throw new PeriodNotReported(period, policy.reportingSince(), today);
        }
        return period;
    }

    private static Period parse(String name) {
        try {
            return Period.parse(name);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidParameter(
                    "period",
                    "must be a month such as " + YearMonth.of(2026, 11) + " or a fiscal year such as FY2026",
                    "月（2026-11）または年度（FY2026）を指定してください");
        }
    }
}
