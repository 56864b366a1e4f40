package jp.kakawari.kpi.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.Areas;

/** What was counted for fiscal years and their months, nothing hidden yet; never leaves this package. */
final class Counts {
    private final List<Period> years;
    private final Map<Key, long[]> columns = new HashMap<>();

    /** @param years all fiscal years that can be asked for, oldest first */
    Counts(List<Period> years) {
        this.years = List.copyOf(years);
    }

    List<Period> years() {
        return years;
    }

    /** For each place; none unless counted. */
    long[] of(Key key) {
        return columns.computeIfAbsent(key, _ -> new long[Areas.size()]);
    }

    /** Makes the fiscal year the sum of its months. */
    void addMonths(Measure measure, Period year) {
        long[] sum = of(Key.of(measure, year));
        for (Period month : year.months()) {
            long[] part = of(Key.of(measure, month));
            Arrays.setAll(sum, area -> sum[area] + part[area]);
        }
    }
}
