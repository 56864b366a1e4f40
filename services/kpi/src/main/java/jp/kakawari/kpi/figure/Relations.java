package jp.kakawari.kpi.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicies;
import jp.kakawari.kpi.suppression.SuppressionPolicy;
import jp.kakawari.web.InvalidParameter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts relations (関係人口の集計) of all periods for all places, from the facts as they stand, once per change of them: who
 * asks again before the next event gets the same figures without a count.
 */
@ApplicationScoped
public class Relations {
    @Inject
    Facts facts;

    @Inject
    SuppressionPolicies policies;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kakawari.kpi.long-count", defaultValue = "2s")
    Duration longCount;

    private Snapshot.All known;
    private final Lock counting = new ReentrantLock();

    /** The current figures of a period; none named: the running fiscal year. */
    public Snapshot of(String periodName) {
        SuppressionPolicy policy = policies.current();
        Period period = period(periodName, policy);
        counting.lock();
        try {
            Freshness now = facts.freshness();
            List<Period> years = years(policy);
            Snapshot.All all = known;
            if (all == null || !all.hold(years, policy, now, clock.instant())) {
                all = count(years, policy, now);
            }
            known = all.heardUntil(now);
            return known.of(period);
        } finally {
            counting.unlock();
        }
    }

    /** A count that took long rests for as long, so that frequent readers don't keep the database busy all the time. */
    private Snapshot.All count(List<Period> years, SuppressionPolicy policy, Freshness now) {
        Instant start = clock.instant();
        Map<Key, Column> columns = Figures.hide(facts.count(years), policy);
        Instant end = clock.instant();
        Duration took = Duration.between(start, end);
        return new Snapshot.All(years, policy, now, columns, took.compareTo(longCount) > 0 ? end.plus(took) : end);
    }

    /** All that can be asked for, oldest first. */
    private List<Period> years(SuppressionPolicy policy) {
        FiscalYear running = FiscalYear.of(LocalDate.now(clock));
        return Stream.iterate(
                        FiscalYear.of(policy.reportingSince()), year -> year.compareTo(running) <= 0, FiscalYear::next)
                .map(Period::of)
                .toList();
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
