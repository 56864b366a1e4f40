package jp.kakawari.kpi.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.Change;
import jp.kakawari.kpi.suppression.Sheet;

/**
 * Check-ins of a fiscal year, who checked in, and who of these came again; in the months and in all. Who came once is not
 * told, but is what remains.
 */
final class ParticipationSheet {
    private final Columns columns;
    private final Change checkIn;
    private final int[] checkIns;
    private final int people;
    private final int[] peopleOf;
    private final int repeat;
    private final int[] repeatOf;

    private ParticipationSheet(Counts counts, Period year) {
        columns = new Columns(counts);
        int all = columns.addWhole(Key.of(Measure.PARTICIPATIONS, year));
        checkIn = Change.of(all);
        checkIns = columns.addMonths(Measure.PARTICIPATIONS, year);
        columns.sheet().adds(all, checkIns);
        people = columns.addWhole(Key.of(Measure.PARTICIPANTS, year));
        peopleOf = columns.addMonths(Measure.PARTICIPANTS, year);
        repeat = columns.addWhole(Key.of(Measure.REPEAT_PARTICIPANTS, year));
        repeatOf = columns.addMonths(Measure.REPEAT_PARTICIPANTS, year);
    }

    static Columns of(Counts counts, Period year) {
        var sheet = new ParticipationSheet(counts, year);
        sheet.rules();
        sheet.changes();
        return sheet.columns;
    }

    private void rules() {
        Sheet sheet = columns.sheet();
        sheet.some(new int[] {repeat}, people);
        sheet.atMost(new int[] {people}, peopleOf);
        months().forEach(month -> {
            sheet.atMost(new int[] {peopleOf[month]}, new int[] {checkIns[month]});
            sheet.atMost(new int[] {peopleOf[month]}, new int[] {people});
            sheet.some(new int[] {repeatOf[month]}, peopleOf[month]);
            sheet.atMost(new int[] {repeatOf[month]}, new int[] {repeat});
        });
    }

    private IntStream months() {
        return IntStream.range(0, checkIns.length);
    }

    private void changes() {
        columns.sheet().may(Change.of(repeat));
        months().forEach(month -> {
            Change came = checkIn.and(Change.of(checkIns[month]));
            columns.sheet().may(came);
            for (Change who : who(month)) {
                columns.sheet().may(List.of(who, came.and(who)));
            }
        });
        int[][] together = {checkIns, peopleOf, repeatOf};
        for (int first = 0; first < together.length; first++) { // in another month instead
            for (int last = first; last < together.length; last++) {
                int[][] moved = Arrays.copyOfRange(together, first, last + 1);
                columns.sheet()
                        .may(Columns.swaps(
                                months().mapToObj(month -> in(month, moved)).toList()));
            }
        }
    }

    private static Change in(int month, int[]... columns) {
        return Change.of(Stream.of(columns).mapToInt(column -> column[month]).toArray());
    }

    /** What may change about the people when one of them checks in, or did so again. */
    private List<Change> who(int month) {
        Change inMonth = Change.of(peopleOf[month]);
        Change inYear = Change.of(people);
        Change again = Change.of(repeatOf[month], repeat);
        return List.of(
                inMonth,
                inMonth.and(inYear),
                inMonth.and(inYear).and(again),
                inMonth.and(again),
                inMonth.and(Change.of(repeatOf[month])),
                inMonth.and(Change.of(repeat)),
                inMonth.and(inYear).and(Change.of(repeat)),
                again,
                Change.of(repeatOf[month]));
    }
}
