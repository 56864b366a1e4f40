package jp.kakawari.kpi.figure;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicy;

/** The figures of a period for all places, with what may not be told already hidden. */
public final class Figures {
    private static final List<Measure> VISITING_CLASSES = List.of(
            Measure.DIRECT_CONTRIBUTION,
            Measure.WORK_ON_SITE,
            Measure.TELEWORK,
            Measure.EXCHANGE,
            Measure.HOBBY_CONSUMPTION);

    private final Period period;
    private final Counts counts;
    private final SuppressionPolicy policy;
    private final Map<Measure, Column> columns = new EnumMap<>(Measure.class);
    private final Map<Measure, Column> toDate = new EnumMap<>(Measure.class);

    private Figures(Period period, Counts counts, SuppressionPolicy policy) {
        this.period = period;
        this.counts = counts;
        this.policy = policy;
    }

    static Figures of(Period period, Counts counts, SuppressionPolicy policy) {
        var figures = new Figures(period, counts, policy);
        figures.hidePeopleAndTies();
        List.of(Measure.NEW_TIES, Measure.APPLICATIONS, Measure.ACCEPTANCES, Measure.PARTICIPATIONS)
                .forEach(figures::hideFlow);
        figures.hideParticipants();
        figures.hideClasses(figures.columns, counts::of);
        figures.hideClasses(figures.toDate, counts::toDate);
        return figures;
    }

    public Cell cell(Measure measure, int area) {
        return columns.get(measure).cell(area);
    }

    /** For a class: over all engagements up to the end of the period. */
    public Cell toDate(Measure measure, int area) {
        return toDate.get(measure).cell(area);
    }

    /** People and ties are nearly the same number, so that where one is hidden the other one is, too. */
    private void hidePeopleAndTies() {
        var hidden = new BitSet();
        Column people;
        Column ties;
        do {
            people = Table.of(counts.of(Measure.PEOPLE))
                    .hide(policy.threshold(), hidden)
                    .getFirst();
            ties = Table.of(counts.of(Measure.TIES))
                    .hide(policy.threshold(), people.hidden())
                    .getFirst();
            hidden = ties.hidden();
        } while (!hidden.equals(people.hidden()));
        columns.put(Measure.PEOPLE, people);
        columns.put(Measure.TIES, ties);
    }

    /** A month may be the fiscal year less the other months, so that all are hidden together. */
    private void hideFlow(Measure flow) {
        List<long[]> months = counts.months(flow);
        List<Column> hidden = new Table(months, Counts.sum(months)).hide(policy.threshold());
        int month = period.months().indexOf(period);
        columns.put(flow, month < 0 ? hidden.getLast() : hidden.get(month));
    }

    /** Who took part once is not told, but is what remains of the participants. */
    private void hideParticipants() {
        long[] all = counts.of(Measure.PARTICIPANTS);
        long[] repeat = counts.of(Measure.REPEAT_PARTICIPANTS);
        List<Column> hidden = new Table(List.of(repeat, Counts.difference(all, repeat)), all)
                .hide(policy.threshold(), columns.get(Measure.PARTICIPATIONS).hidden());
        columns.put(Measure.REPEAT_PARTICIPANTS, hidden.getFirst());
        columns.put(Measure.PARTICIPANTS, hidden.getLast());
    }

    private void hideClasses(Map<Measure, Column> target, Function<Measure, long[]> source) {
        List<long[]> parts = VISITING_CLASSES.stream().map(source).toList();
        List<Column> hidden = new Table(parts, source.apply(Measure.VISITING)).hide(policy.threshold());
        for (int i = 0; i < parts.size(); i++) {
            target.put(VISITING_CLASSES.get(i), hidden.get(i));
        }
        target.put(Measure.VISITING, hidden.getLast());
        target.put(
                Measure.NON_VISITING,
                Table.of(source.apply(Measure.NON_VISITING))
                        .hide(policy.threshold())
                        .getFirst());
    }
}
