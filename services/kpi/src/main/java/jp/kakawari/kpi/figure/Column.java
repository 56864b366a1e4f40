package jp.kakawari.kpi.figure;

import java.util.BitSet;

/** A measure's counts for all places, and at which of them it is hidden. */
record Column(long[] counts, BitSet hidden) {

    Cell cell(int area) {
        return hidden.get(area) ? Cell.HIDDEN : Cell.of(counts[area]);
    }
}
