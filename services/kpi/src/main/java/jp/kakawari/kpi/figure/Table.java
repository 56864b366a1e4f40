package jp.kakawari.kpi.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import jp.kakawari.kpi.place.Areas;
import jp.kakawari.kpi.suppression.CellNetwork;
import jp.kakawari.kpi.suppression.Suppression;

/**
 * Columns of counts that a reader could add up and subtract: over the places (municipalities → prefecture → nation) and,
 * where there is a total, over the parts (months → fiscal year, classes → 訪問系). Distinct people don't add up exactly over
 * places; they are protected as if they did.
 *
 * @param total what the parts add up to, null where they don't
 */
record Table(List<long[]> parts, long[] total) {
    private static final int TOTALS_ARE_DEARER = 8;

    static Table of(long[] single) {
        return new Table(List.of(single), null);
    }

    /** The parts and then the total, each with what must be hidden of it. */
    List<Column> hide(int threshold) {
        return hide(threshold, new BitSet());
    }

    /** The same, also hiding all columns at these places. */
    List<Column> hide(int threshold, BitSet alsoAt) {
        List<long[]> columns = new ArrayList<>(parts);
        if (total != null) {
            columns.add(total);
        }
        int size = Areas.size();
        BitSet also = new BitSet();
        IntStream.range(0, columns.size())
                .forEach(column -> alsoAt.stream().forEach(area -> also.set(column * size + area)));
        BitSet hidden = Suppression.of(network(columns), threshold, also);
        return IntStream.range(0, columns.size())
                .mapToObj(column -> new Column(columns.get(column), hidden.get(column * size, (column + 1) * size)))
                .toList();
    }

    /** Cells in the order of columns, then places. */
    private CellNetwork network(List<long[]> columns) {
        var network = new CellNetwork();
        int[] across = sums(network, total != null, true);
        for (long[] counts : columns) {
            int[] down = sums(network, true, false);
            for (int area = 0; area < Areas.size(); area++) {
                int parent = Areas.get(area).parent();
                int above = parent < 0 ? CellNetwork.OUTSIDE : down[parent];
                int below = Areas.get(area).isLeaf() ? across[area] : down[area];
                if (counts == total) {
                    network.cell(below, above, counts[area], TOTALS_ARE_DEARER * cost(area, counts[area]));
                } else {
                    network.cell(above, below, counts[area], cost(area, counts[area]));
                }
            }
        }
        return network;
    }

    /** A sum for each leaf, or for each place that has parts. */
    private static int[] sums(CellNetwork network, boolean needed, boolean leaves) {
        int[] sums = new int[Areas.size()];
        for (int area = 0; area < sums.length; area++) {
            sums[area] = needed && Areas.get(area).isLeaf() == leaves ? network.sum() : CellNetwork.OUTSIDE;
        }
        return sums;
    }

    /** Small places go first, the nation last; what has no row anyway costs least. */
    private static long cost(int area, long count) {
        if (!Areas.get(area).told()) {
            return 1;
        }
        return (1 + count)
                * switch (Areas.get(area).level()) {
                    case MUNICIPALITY -> 1;
                    case PREFECTURE -> 100;
                    case NATION -> 1_000_000;
                };
    }
}
