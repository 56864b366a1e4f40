package jp.kakawari.kpi.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.Change;
import jp.kakawari.kpi.suppression.Sheet;

/**
 * Visitors (訪問系) of a fiscal year and ever until its end, all and per class, the closest class first. Who visits is
 * counted in one class; ever, in the closest one so far.
 */
record VisitColumns(int visiting, int[] classes, int visitingToDate, int[] classesToDate) {
    private static final List<Measure> VISITING_CLASSES = List.of(
            Measure.DIRECT_CONTRIBUTION,
            Measure.WORK_ON_SITE,
            Measure.TELEWORK,
            Measure.EXCHANGE,
            Measure.HOBBY_CONSUMPTION);
    private static final int CLASSES = VISITING_CLASSES.size();

    static VisitColumns of(Period year, Columns columns) {
        return new VisitColumns(
                columns.addWhole(Key.of(Measure.VISITING, year)),
                VISITING_CLASSES.stream()
                        .mapToInt(measure -> columns.addPart(Key.of(measure, year)))
                        .toArray(),
                columns.addWhole(Key.toDate(Measure.VISITING, year)),
                VISITING_CLASSES.stream()
                        .mapToInt(measure -> columns.addPart(Key.toDate(measure, year)))
                        .toArray());
    }

    static void rules(Sheet sheet, int people, List<VisitColumns> years) {
        for (int i = 0; i < years.size(); i++) {
            VisitColumns year = years.get(i);
            sheet.adds(year.visiting, year.classes);
            sheet.adds(year.visitingToDate, year.classesToDate);
            nested(sheet, year.classes, year.classesToDate);
            sheet.some(new int[] {year.visiting}, year.visitingToDate);
            if (i > 0) {
                VisitColumns before = years.get(i - 1);
                nested(sheet, before.classesToDate, year.classesToDate);
                sheet.some(new int[] {before.visitingToDate}, year.visitingToDate);
                sheet.atMost(new int[] {year.visitingToDate}, new int[] {before.visitingToDate, year.visiting});
            }
        }
        sheet.some(new int[] {years.getLast().visitingToDate}, people);
    }

    /** Who is so close in the narrower time is at least as close in the wider one. */
    private static void nested(Sheet sheet, int[] narrower, int[] wider) {
        sheet.some(new int[] {narrower[0]}, wider[0]);
        for (int closest = 2; closest < CLASSES; closest++) {
            sheet.atMost(Arrays.copyOf(narrower, closest), Arrays.copyOf(wider, closest));
        }
    }

    /**
     * How somebody may be counted who visits: year after year from one to another, or who only did before the first one; in
     * some class, ever in one at least as close.
     */
    static List<Change> histories(List<VisitColumns> years) {
        List<Change> histories = new ArrayList<>();
        for (int ever = 0; ever < CLASSES; ever++) {
            histories.add(known(years, 0, ever));
            for (int then = ever; then < CLASSES; then++) {
                for (int first = 0; first < years.size(); first++) {
                    Change visits = Change.of();
                    for (int last = first; last < years.size(); last++) {
                        visits = visits.and(years.get(last).visitor(then));
                        histories.add(known(years, first, ever).and(visits));
                        if (first > 0) {
                            histories.add(known(years, 0, ever).and(visits));
                        }
                    }
                }
            }
        }
        return histories;
    }

    /** How somebody may be counted who visited before or in one of the years, and came closer in a later one. */
    static List<Change> approaches(List<VisitColumns> years) {
        List<Change> approaches = new ArrayList<>();
        for (int first = 0; first < years.size(); first++) {
            for (int later = first + 1; later < years.size(); later++) {
                for (int ever = 1; ever < CLASSES; ever++) {
                    for (int closer = 0; closer < ever; closer++) {
                        Change approach = known(years.subList(0, later), first, ever)
                                .and(known(years, later, closer))
                                .and(years.get(later).visitor(closer));
                        approaches.add(approach.and(years.get(first).visitor(ever)));
                        if (first == 0) {
                            approaches.add(approach);
                        }
                    }
                }
            }
        }
        return approaches;
    }

    /** Who is counted anyway, in another class; and who visited before, also in another year. */
    static List<Change> otherwise(List<VisitColumns> years) {
        List<Change> otherwise = new ArrayList<>();
        for (int first = 0; first < years.size(); first++) {
            VisitColumns year = years.get(first);
            List<Change> then =
                    IntStream.range(0, CLASSES).mapToObj(year::visitor).toList();
            otherwise.addAll(then);
            otherwise.addAll(Columns.swaps(then));
            int from = first;
            List<Change> ever = IntStream.range(0, CLASSES)
                    .mapToObj(kind -> known(years, from, kind))
                    .toList();
            otherwise.addAll(Columns.swaps(ever));
            otherwise.addAll(Columns.swaps(IntStream.range(0, CLASSES)
                    .mapToObj(kind -> then.get(kind).and(ever.get(kind)))
                    .toList()));
        }
        return otherwise;
    }

    private Change visitor(int kind) {
        return Change.of(visiting, classes[kind]);
    }

    private static Change known(List<VisitColumns> years, int first, int kind) {
        return Change.of(years.subList(first, years.size()).stream()
                .flatMapToInt(year -> IntStream.of(year.visitingToDate, year.classesToDate[kind]))
                .toArray());
    }
}
