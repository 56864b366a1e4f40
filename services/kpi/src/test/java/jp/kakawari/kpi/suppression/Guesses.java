package jp.kakawari.kpi.suppression;

import java.util.BitSet;

/**
 * A reader who tries every table that fits what is published: each count of a municipality from 1 up, nearest to
 * the truth first. It shows for which small cells one of these tables has a count that is not small.
 */
final class Guesses {
    private final SmallTable table;
    private final BitSet hidden;
    private final int threshold;
    private final BitSet open = new BitSet();
    private final long[] guess;
    private final int[] leaves;

    Guesses(SmallTable table, BitSet hidden, int threshold) {
        this.table = table;
        this.hidden = hidden;
        this.threshold = threshold;
        guess = new long[table.cells()];
        leaves = new int[table.prefectureOf.length * table.parts];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = table.cell(i % table.parts, 1 + table.prefectures + i / table.parts);
        }
        for (int cell = 0; cell < table.cells(); cell++) {
            if (table.value(cell) > 0 && table.value(cell) < threshold) {
                open.set(cell);
            }
        }
    }

    /** The small cells that are below the threshold in every table that fits. */
    BitSet neverReached() {
        from(0);
        return open;
    }

    private void from(int leaf) {
        if (open.isEmpty()) {
            return;
        }
        if (leaf == leaves.length) {
            if (fits()) {
                open.stream().filter(cell -> guess[cell] >= threshold).forEach(open::clear);
            }
            return;
        }
        int cell = leaves[leaf];
        if (!hidden.get(cell)) {
            guess[cell] = table.value(cell);
            from(leaf + 1);
            return;
        }
        for (int step = 0; step <= 2 * threshold; step++) {
            long count = table.value(cell) + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
            if (count >= 1) {
                guess[cell] = count;
                from(leaf + 1);
            }
        }
    }

    private boolean fits() {
        int total = table.parts;
        for (int place = table.places() - 1; place >= 0; place--) {
            guess[table.cell(total, place)] = 0;
            for (int part = 0; part < table.parts; part++) {
                if (place <= table.prefectures) {
                    guess[table.cell(part, place)] = below(part, place);
                }
                guess[table.cell(total, place)] += guess[table.cell(part, place)];
            }
        }
        for (int cell = 0; cell < table.cells(); cell++) {
            if (!hidden.get(cell) && guess[cell] != table.value(cell)) {
                return false;
            }
        }
        return true;
    }

    private long below(int part, int place) {
        long sum = 0;
        for (int child = 1; child < table.places(); child++) {
            boolean belongs = child <= table.prefectures
                    ? place == 0
                    : 1 + table.prefectureOf[child - 1 - table.prefectures] == place;
            if (belongs) {
                sum += guess[table.cell(part, child)];
            }
        }
        return sum;
    }
}
