package jp.kakawari.kpi.suppression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What every reader knows of a row: the sum of some columns is no less than that of others.
 *
 * @param guarded whether what remains is a count of people, to be hidden as the told ones are
 */
record Rule(int[] more, int[] less, boolean guarded) {
    private static final long NOT_KNOWN = Long.MAX_VALUE / 4;

    /** What remains at each place. A rule that is broken there tells nothing of it. */
    long[] remainders(List<long[]> counts) {
        return IntStream.range(0, counts.getFirst().length)
                .mapToLong(place -> sum(counts, more, place) - sum(counts, less, place))
                .map(remainder -> remainder < 0 ? NOT_KNOWN : remainder)
                .toArray();
    }

    private static long sum(List<long[]> counts, int[] columns, int place) {
        return IntStream.of(columns)
                .mapToLong(column -> counts.get(column)[place])
                .sum();
    }

    /** By how much what remains grows with each column. */
    int[] weights(int columns) {
        int[] weights = new int[columns];
        IntStream.of(more).forEach(column -> weights[column]++);
        IntStream.of(less).forEach(column -> weights[column]--);
        return weights;
    }
}
