package jp.kakawari.kpi.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Places in places: each but the first, the whole, lies in one that stands before it. */
public final class Places {
    private static final int NOWHERE = -1;

    private final int[] parents;
    private final long[] weights;
    private final int[][] children;

    /**
     * @param parents position of the place that each lies in, -1 for the first
     * @param weights what readers lose when a count of the place is hidden, against those of the others
     */
    public Places(int[] parents, long[] weights) {
        this.parents = parents.clone();
        this.weights = weights.clone();
        List<List<Integer>> within = IntStream.range(0, parents.length)
                .mapToObj(_ -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int place = 1; place < parents.length; place++) {
            within.get(parents[place]).add(place);
        }
        children = within.stream()
                .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int size() {
        return parents.length;
    }

    boolean isWhole(int place) {
        return parents[place] == NOWHERE;
    }

    int parent(int place) {
        return parents[place];
    }

    long weight(int place) {
        return weights[place];
    }

    int[] children(int place) {
        return children[place];
    }

    boolean isLeaf(int place) {
        return children[place].length == 0;
    }

    /** The smallest places that lie in it, or itself when nothing does. */
    IntStream leaves(int place) {
        return isLeaf(place)
                ? IntStream.of(place)
                : Arrays.stream(children[place]).flatMap(this::leaves);
    }
}
