package jp.kakawari.kpi.figure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.kpi.place.Areas;

/** What was counted for a period, nothing hidden yet; never leaves this package. */
final class Counts {
    static final int MONTHS = 12;

    private final Map<Measure, long[]> byPlace = new EnumMap<>(Measure.class);
    private final Map<Measure, long[]> toDate = new EnumMap<>(Measure.class);
    private final Map<Measure, List<long[]>> byMonth = new EnumMap<>(Measure.class);

    long[] of(Measure measure) {
        return byPlace.computeIfAbsent(measure, _ -> new long[Areas.size()]);
    }

    /** The same for a class, counted over all engagements up to the end of the period. */
    long[] toDate(Measure measure) {
        return toDate.computeIfAbsent(measure, _ -> new long[Areas.size()]);
    }

    /** What was counted in each month of the fiscal year, April first. */
    List<long[]> months(Measure measure) {
        return byMonth.computeIfAbsent(
                measure,
                _ -> Stream.generate(() -> new long[Areas.size()]).limit(MONTHS).toList());
    }

    static long[] sum(List<long[]> parts) {
        long[] sum = new long[Areas.size()];
        parts.forEach(part -> Arrays.setAll(sum, area -> sum[area] + part[area]));
        return sum;
    }

    static long[] difference(long[] all, long[] some) {
        return IntStream.range(0, all.length)
                .mapToLong(area -> all[area] - some[area])
                .toArray();
    }
}
