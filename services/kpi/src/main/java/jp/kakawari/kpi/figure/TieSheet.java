package jp.kakawari.kpi.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.Change;

/**
 * People, their ties, and what is counted of these in all fiscal years: ties that are new, people of the classes. A tie
 * may have begun in any month; who has one may be counted in any class.
 */
final class TieSheet {
    private final Columns columns;
    private final int people;
    private final int ties;
    private final List<Year> years;

    /** @param newIn the months' new ties */
    private record Year(int newTies, int[] newIn, VisitColumns visits, int nonVisiting, int nonVisitingToDate) {
        static Year of(Period year, Columns columns) {
            return new Year(
                    columns.addWhole(Key.of(Measure.NEW_TIES, year)),
                    columns.addMonths(Measure.NEW_TIES, year),
                    VisitColumns.of(year, columns),
                    columns.addWhole(Key.of(Measure.NON_VISITING, year)),
                    columns.addWhole(Key.toDate(Measure.NON_VISITING, year)));
        }

        Stream<Change> begun() {
            return IntStream.of(newIn).mapToObj(month -> Change.of(newTies, month));
        }
    }

    private TieSheet(Counts counts) {
        columns = new Columns(counts);
        people = columns.add(Key.now(Measure.PEOPLE), Columns.DEAREST);
        ties = columns.add(Key.now(Measure.TIES), Columns.DEAREST);
        years = counts.years().stream().map(year -> Year.of(year, columns)).toList();
    }

    static Columns of(Counts counts) {
        var sheet = new TieSheet(counts);
        sheet.rules();
        sheet.changes();
        return sheet.columns;
    }

    private void rules() {
        var sheet = columns.sheet();
        sheet.atMost(new int[] {people}, new int[] {ties});
        sheet.some(years.stream().mapToInt(Year::newTies).toArray(), ties);
        years.forEach(year -> sheet.adds(year.newTies, year.newIn));
        VisitColumns.rules(sheet, people, years.stream().map(Year::visits).toList());
        for (int i = 0; i < years.size(); i++) {
            Year year = years.get(i);
            sheet.some(new int[] {year.nonVisiting}, year.nonVisitingToDate);
            if (i > 0) {
                int before = years.get(i - 1).nonVisitingToDate;
                sheet.some(new int[] {before}, year.nonVisitingToDate);
                sheet.atMost(new int[] {year.nonVisitingToDate}, new int[] {before, year.nonVisiting});
            }
        }
        sheet.some(new int[] {years.getLast().nonVisitingToDate}, people);
    }

    private void changes() {
        var sheet = columns.sheet();
        List<VisitColumns> visitColumns = years.stream().map(Year::visits).toList();
        List<Change> begun = years.stream().flatMap(Year::begun).toList();
        List<Change> visits = VisitColumns.histories(visitColumns);
        List<Change> others = others();
        List<Change> approaches = VisitColumns.approaches(visitColumns);
        List<Change> visitors =
                Stream.concat(visits.stream(), approaches.stream()).toList();
        sheet.mayWithAnyOf(Change.of(people, ties), List.of(begun, visitors, others));
        sheet.mayWithAnyOf(Change.of(ties), List.of(begun));
        Stream.of(begun, visits, approaches, others, Columns.swaps(begun), VisitColumns.otherwise(visitColumns))
                .forEach(sheet::may);
        years.forEach(year -> sheet.may(Change.of(year.nonVisiting)));
    }

    /** Related without a visit: year after year from one to another, or only before the first one. */
    private List<Change> others() {
        List<Change> others = new ArrayList<>(List.of(knownFrom(0)));
        for (int first = 0; first < years.size(); first++) {
            Change related = Change.of();
            for (int last = first; last < years.size(); last++) {
                related = related.and(Change.of(years.get(last).nonVisiting));
                others.add(knownFrom(first).and(related));
                if (first > 0) {
                    others.add(knownFrom(0).and(related));
                }
            }
        }
        return others;
    }

    private Change knownFrom(int first) {
        return Change.of(years.subList(first, years.size()).stream()
                .mapToInt(Year::nonVisitingToDate)
                .toArray());
    }
}
