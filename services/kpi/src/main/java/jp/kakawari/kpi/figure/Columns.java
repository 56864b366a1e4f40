package jp.kakawari.kpi.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.Change;
import jp.kakawari.kpi.suppression.Sheet;
import jp.kakawari.kpi.suppression.Suppression;

/** The columns of a sheet by their names. */
final class Columns {
    static final long DEAREST = 64;
    private static final long DEAR = 8;
    private static final long CHEAP = 1;

    private final Counts counts;
    private final Sheet sheet = new Sheet();
    private final Map<Key, Integer> numbers = new HashMap<>();

    Columns(Counts counts) {
        this.counts = counts;
    }

    Sheet sheet() {
        return sheet;
    }

    int add(Key key, long worth) {
        int number = sheet.column(counts.of(key), worth);
        numbers.put(key, number);
        return number;
    }

    /** A part of something. */
    int addPart(Key key) {
        return add(key, CHEAP);
    }

    /** What has parts. */
    int addWhole(Key key) {
        return add(key, DEAR);
    }

    /** One for each month, April first. */
    int[] addMonths(Measure measure, Period year) {
        return year.months().stream()
                .mapToInt(month -> addPart(Key.of(measure, month)))
                .toArray();
    }

    /** Each column, with what must be hidden of it. */
    Map<Key, Column> hide(int threshold) {
        List<BitSet> hidden = Suppression.of(sheet, Nationwide.PLACES, threshold);
        Map<Key, Column> columns = new HashMap<>();
        numbers.forEach((key, number) -> columns.put(key, new Column(counts.of(key), hidden.get(number))));
        return columns;
    }

    /** Each of them instead of each other one. */
    static List<Change> swaps(List<Change> all) {
        List<Change> swaps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                swaps.add(all.get(i).insteadOf(all.get(j)));
            }
        }
        return swaps;
    }
}
