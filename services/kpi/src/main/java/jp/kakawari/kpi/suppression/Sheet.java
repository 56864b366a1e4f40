package jp.kakawari.kpi.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts that have to do with each other, a column each, over the same places; what a reader knows to hold within each
 * row; and the changes that a row can undergo while it still holds. Each column is protected as if it added up over the
 * places.
 */
public final class Sheet {
    private final List<long[]> counts = new ArrayList<>();
    private final List<Long> worth = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> sums = new ArrayList<>();
    private final List<Freedom> freedoms = new ArrayList<>();

    /** A change, and lists of what may come with it. */
    record Freedom(Change core, List<List<Change>> traits) {}

    /**
     * Adds a column.
     *
     * @param worth what readers lose when a count of it is hidden to protect another one, more than 0
     * @return its number, counted from 0
     */
    public int column(long[] column, long worth) {
        counts.add(column);
        this.worth.add(worth);
        return counts.size() - 1;
    }

    /** The parts add up to the whole, in every row. */
    public void adds(int whole, int... parts) {
        sums.add(new Rule(new int[] {whole}, parts, false));
    }

    /** The sum of some is never less than that of others, but how much less says nothing of people. */
    public void atMost(int[] less, int[] more) {
        rules.add(new Rule(more, less, false));
    }

    /** These are some of those counted there; the rest of them are people, too, and as worthy of protection. */
    public void some(int[] some, int... all) {
        rules.add(new Rule(all, some, true));
    }

    /** The row may undergo this, at as many places as one likes. Each column needs a change that only adds. */
    public void may(Change change) {
        mayWithAnyOf(change, List.of());
    }

    /** Each of these. */
    public void may(List<Change> all) {
        all.forEach(this::may);
    }

    /** The same, with one or none of each list of traits; lists have no column and no rule in common. */
    public void mayWithAnyOf(Change change, List<List<Change>> traits) {
        mustKeepSums(List.of(change));
        traits.forEach(this::mustKeepSums);
        freedoms.add(new Freedom(change, traits));
    }

    private void mustKeepSums(List<Change> changes) {
        for (Rule sum : sums) {
            int[] weights = sum.weights(counts.size());
            if (changes.stream().anyMatch(change -> change.effectOn(weights) != 0)) {
                throw new IllegalArgumentException("the parts would no longer add up");
            }
        }
    }

    List<long[]> counts() {
        return counts;
    }

    long worth(int column) {
        return worth.get(column);
    }

    List<Rule> rules() {
        return rules;
    }

    List<Freedom> freedoms() {
        return freedoms;
    }

    IntStream columns() {
        return IntStream.range(0, counts.size());
    }
}
