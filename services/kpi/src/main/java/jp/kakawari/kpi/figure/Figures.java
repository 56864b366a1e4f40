package jp.kakawari.kpi.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicy;

/** The figures of a period for all places, with what may not be told already hidden. */
public final class Figures {
    private final Period period;
    private final Period year;
    private final Map<Key, Column> columns;

    private Figures(Period period, Map<Key, Column> columns) {
        this.period = period;
        this.columns = columns;
        year = Period.of(period.fiscalYear());
    }

    /** Hides what must be hidden, once for all periods, so that none can be subtracted from another. */
    static Map<Key, Column> hide(Counts counts, SuppressionPolicy policy) {
        Map<Key, Column> columns = new HashMap<>();
        Stream.concat(
                        Stream.of(TieSheet.of(counts), ApplicationSheet.of(counts)),
                        counts.years().stream().map(year -> ParticipationSheet.of(counts, year)))
                .forEach(sheet -> columns.putAll(sheet.hide(policy.threshold())));
        return columns;
    }

    static Figures of(Period period, Map<Key, Column> columns) {
        return new Figures(period, columns);
    }

    public Cell cell(Measure measure, int area) {
        Key key = switch (measure) {
            case PEOPLE, TIES -> Key.now(measure);
            case NEW_TIES, APPLICATIONS, ACCEPTANCES, PARTICIPATIONS, PARTICIPANTS, REPEAT_PARTICIPANTS ->
                Key.of(measure, period);
            default -> Key.of(measure, year);
        };
        return columns.get(key).cell(area);
    }

    /** For a class: over all engagements up to the end of the fiscal year. */
    public Cell toDate(Measure measure, int area) {
        return columns.get(Key.toDate(measure, year)).cell(area);
    }
}
