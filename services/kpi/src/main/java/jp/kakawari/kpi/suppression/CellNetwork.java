package jp.kakawari.kpi.suppression;

import java.util.Arrays;

/**
 * A table of counts as a network: each published sum (a total and its parts) is a node, each cell an arc from the sum in
 * which it is a part to the sum of which it is the total, so that what flows into a node flows out of it. Tables with one
 * hierarchy and one more dimension (places × classes, places × months) have this form; that is what makes the exact
 * answer to "can this cell be got back?" a search for a way round.
 */
public final class CellNetwork {
    /** The node for cells that are part of no sum, or the total of none. */
    public static final int OUTSIDE = 0;

    private int nodes = 1;
    private int cells;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private long[] value = new long[1024];
    private long[] cost = new long[1024];

    /** Adds a sum. */
    public int sum() {
        return nodes++;
    }

    /**
     * Adds a cell.
     *
     * @param partOf the sum in which it is a part
     * @param totalOf the sum of which it is the total
     * @param value its count, 0 or more
     * @param cost what readers lose when it is hidden to protect another one, more than 0
     * @return its number, counted from 0
     */
    public int cell(int partOf, int totalOf, long value, long cost) {
        if (value < 0 || cost <= 0) {
            throw new IllegalArgumentException("a cell counts 0 or more and costs more than 0 to hide");
        }
        if (cells == from.length) {
            grow();
        }
        from[cells] = partOf;
        to[cells] = totalOf;
        this.value[cells] = value;
        this.cost[cells] = cost;
        return cells++;
    }

    private void grow() {
        int length = 2 * cells;
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        value = Arrays.copyOf(value, length);
        cost = Arrays.copyOf(cost, length);
    }

    int nodes() {
        return nodes;
    }

    int cells() {
        return cells;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    long value(int cell) {
        return value[cell];
    }

    long cost(int cell) {
        return cost[cell];
    }
}
