package jp.kakawari.kpi.suppression;

import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a row may be different by one: a person more with all that is counted of them, or the same person counted
 * elsewhere. Its reverse is one, too.
 *
 * @param columns those that differ
 * @param signs 1 or -1 for each of them
 */
public record Change(int[] columns, int[] signs) {

    /** One more in each of the columns. */
    public static Change of(int... columns) {
        return new Change(columns, IntStream.of(columns).map(_ -> 1).toArray());
    }

    /** Both at once. */
    public Change and(Change other) {
        return plus(other, 1);
    }

    /** This one and the reverse of the other. */
    public Change insteadOf(Change other) {
        return plus(other, -1);
    }

    private Change plus(Change other, int times) {
        var effects = new TreeMap<Integer, Integer>();
        for (int column : columns) {
            effects.put(column, effectOn(column));
        }
        for (int column : other.columns) {
            effects.merge(column, times * other.effectOn(column), Integer::sum);
        }
        effects.values().removeIf(effect -> effect == 0);
        return new Change(
                effects.keySet().stream().mapToInt(Integer::intValue).toArray(),
                effects.values().stream().mapToInt(Integer::intValue).toArray());
    }

    int effectOn(int column) {
        return IntStream.range(0, columns.length)
                .filter(i -> columns[i] == column)
                .map(i -> signs[i])
                .sum();
    }

    /** On a sum in which the columns have these weights. */
    int effectOn(int[] weights) {
        return IntStream.range(0, columns.length)
                .map(i -> signs[i] * weights[columns[i]])
                .sum();
    }
}
