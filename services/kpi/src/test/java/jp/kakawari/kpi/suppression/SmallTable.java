package jp.kakawari.kpi.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as a reader sees it, without any thought of networks: places in prefectures in a nation, parts and their total,
 * and every sum among them. The reader knows each published count, that each hidden one is at least 1, and all sums.
 */
final class SmallTable {
    final int[] prefectureOf;
    final int prefectures;
    final int parts;
    final List<long[]> sums = new ArrayList<>();
    final CellNetwork network = new CellNetwork();
    private final long[] values;

    /** @param counts per municipality and part */
    SmallTable(int[] prefectureOf, int prefectures, long[][] counts) {
        this.prefectureOf = prefectureOf;
        this.prefectures = prefectures;
        parts = counts[0].length;
        values = new long[(parts + 1) * places()];
        for (int municipality = 0; municipality < counts.length; municipality++) {
            for (int part = 0; part < parts; part++) {
                for (int column : new int[] {part, parts}) {
                    values[cell(column, 0)] += counts[municipality][part];
                    values[cell(column, 1 + prefectureOf[municipality])] += counts[municipality][part];
                    values[cell(column, 1 + prefectures + municipality)] += counts[municipality][part];
                }
            }
        }
        listSums();
        build();
    }

    int places() {
        return 1 + prefectures + prefectureOf.length;
    }

    int cells() {
        return values.length;
    }

    int cell(int column, int place) {
        return column * places() + place;
    }

    long value(int cell) {
        return values[cell];
    }

    /** Each as coefficients that add up to 0 over all cells: a total less its parts. */
    private void listSums() {
        for (int column = 0; column <= parts; column++) {
            for (int group = 0; group <= prefectures; group++) {
                long[] sum = new long[values.length];
                sum[cell(column, group)] = 1;
                for (int place = 1; place < places(); place++) {
                    if (parent(place) == group) {
                        sum[cell(column, place)] = -1;
                    }
                }
                sums.add(sum);
            }
        }
        for (int place = 0; place < places(); place++) {
            long[] sum = new long[values.length];
            sum[cell(parts, place)] = 1;
            for (int part = 0; part < parts; part++) {
                sum[cell(part, place)] = -1;
            }
            sums.add(sum);
        }
    }

    private int parent(int place) {
        return place <= prefectures ? 0 : 1 + prefectureOf[place - 1 - prefectures];
    }

    private void build() {
        int[] across = new int[places()];
        for (int place = 1 + prefectures; place < places(); place++) {
            across[place] = network.sum();
        }
        for (int column = 0; column <= parts; column++) {
            int[] down = new int[1 + prefectures];
            Arrays.setAll(down, _ -> network.sum());
            for (int place = 0; place < places(); place++) {
                int above = place == 0 ? CellNetwork.OUTSIDE : down[parent(place)];
                int below = place > prefectures ? across[place] : down[place];
                long cost = (1 + value(cell(column, place))) * (place > prefectures ? 1 : place > 0 ? 100 : 10_000);
                if (column == parts) {
                    network.cell(below, above, value(cell(column, place)), 8 * cost);
                } else {
                    network.cell(above, below, value(cell(column, place)), cost);
                }
            }
        }
    }

    /** The hidden cells that the sums alone determine: those that no solution of the equations can change. */
    BitSet determined(BitSet hidden) {
        int[] unknowns = hidden.stream().toArray();
        double[][] rows = sums.stream()
                .map(sum ->
                        Arrays.stream(unknowns).mapToDouble(cell -> sum[cell]).toArray())
                .toArray(double[][]::new);
        return reduced(rows, unknowns);
    }

    /** Gauss–Jordan; a row with one entry left determines its unknown. The coefficients stay -1, 0 and 1. */
    private static BitSet reduced(double[][] rows, int[] unknowns) {
        int next = 0;
        for (int column = 0; column < unknowns.length && next < rows.length; column++) {
            int pivot = next;
            for (int row = next; row < rows.length; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            if (Math.abs(rows[pivot][column]) < 1e-6) {
                continue;
            }
            double[] chosen = rows[pivot];
            rows[pivot] = rows[next];
            double first = chosen[column];
            int at = column;
            Arrays.setAll(chosen, i -> chosen[i] / first);
            rows[next++] = chosen;
            for (double[] row : rows) {
                double factor = row[at];
                if (row != chosen && Math.abs(factor) > 1e-6) {
                    Arrays.setAll(row, i -> row[i] - factor * chosen[i]);
                }
            }
        }
        BitSet found = new BitSet();
        for (int row = 0; row < next; row++) {
            double[] entries = rows[row];
            int[] left = IntStream.range(0, unknowns.length)
                    .filter(i -> Math.abs(entries[i]) > 1e-6)
                    .toArray();
            if (left.length == 1) {
                found.set(unknowns[left[0]]);
            }
        }
        return found;
    }
}
