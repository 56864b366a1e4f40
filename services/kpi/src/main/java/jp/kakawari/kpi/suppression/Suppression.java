package jp.kakawari.kpi.suppression;

import java.util.BitSet;

/**
 * Chooses which cells of a table to hide (秘匿): those from 1 to below the threshold, and as few and small others as keep
 * these from being worked out (complementary suppression, 二次秘匿).
 *
 * <p>For each small cell it finds another table in which that cell reaches the threshold while all that is published,
 * zeros included, stays the same; the cells that differ are hidden. So a reader can neither get a hidden cell back nor
 * tell that it is small. The same counts always give the same choice. Method: protection by cycles in the network of the
 * table (Gusfield 1988; Cox 1995).
 */
public final class Suppression {
    private final CellNetwork table;
    private final int threshold;
    private final BitSet hidden;
    private final long[] moved;
    private final WayRound ways;

    private Suppression(CellNetwork table, int threshold, BitSet alsoHidden) {
        this.table = table;
        this.threshold = threshold;
        hidden = (BitSet) alsoHidden.clone();
        moved = new long[table.cells()];
        for (int cell = 0; cell < table.cells(); cell++) {
            if (small(cell)) {
                hidden.set(cell);
            }
        }
        ways = new WayRound(table, hidden, moved);
    }

    /**
     * The cells to hide.
     *
     * @param threshold the smallest count, other than 0, that may be told
     * @param alsoHidden cells hidden for another reason, to be kept from being worked out as well
     */
    public static BitSet of(CellNetwork table, int threshold, BitSet alsoHidden) {
        return new Suppression(table, threshold, alsoHidden).choose();
    }

    private BitSet choose() {
        BitSet toShield = (BitSet) hidden.clone();
        toShield.stream().filter(cell -> table.value(cell) > 0).forEach(this::shield);
        return hidden;
    }

    private boolean small(int cell) {
        return table.value(cell) > 0 && table.value(cell) < threshold;
    }

    /** Raises the cell step by step, each step on a way round that keeps every sum and every count above 0. */
    private void shield(int cell) {
        long missing = small(cell) ? threshold - table.value(cell) : 1;
        while (missing > 0) {
            missing -= ways.push(cell, missing);
        }
        ways.forget();
    }
}
