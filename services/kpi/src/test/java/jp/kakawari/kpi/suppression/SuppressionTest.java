package jp.kakawari.kpi.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int THRESHOLD = 10;

    @Test
    void a_small_municipality_takes_its_smallest_neighbour_with_it_and_no_total() {
        var table = new SmallTable(new int[] {0, 0, 0}, 1, new long[][] {{4}, {30}, {500}});
        BitSet hidden = hide(table, THRESHOLD);
        assertThat(hidden.get(table.cell(0, 2))).isTrue();
        assertThat(hidden.get(table.cell(0, 3))).isTrue();
        assertThat(hidden.get(table.cell(0, 4))).isFalse();
        assertThat(hidden.get(table.cell(0, 0)) || hidden.get(table.cell(0, 1))).isFalse();
    }

    @Test
    void zeros_and_counts_from_the_threshold_on_stand_when_nothing_is_small() {
        var table = new SmallTable(new int[] {0, 0, 1}, 2, new long[][] {{10, 0}, {25, 12}, {0, 400}});
        assertThat(hide(table, THRESHOLD).isEmpty()).isTrue();
    }

    @Test
    void ten_municipalities_of_one_each_are_not_given_away_by_their_sum_of_ten() {
        long[][] ones = new long[11][];
        Arrays.setAll(ones, i -> new long[] {i < 10 ? 1 : 40});
        var table = new SmallTable(new int[11], 1, ones);
        assertThat(hide(table, THRESHOLD).cardinality()).isGreaterThan(10);
    }

    @Test
    void three_of_one_each_could_be_as_large_as_a_threshold_of_three() {
        var table = new SmallTable(new int[4], 1, new long[][] {{1}, {1}, {1}, {20}});
        assertCouldBeAsLargeAsTheThreshold(table, hide(table, 3), 3);
    }

    @Test
    void a_lone_small_count_hides_its_way_up_to_the_nation() {
        var table = new SmallTable(new int[] {0, 1}, 2, new long[][] {{3}, {0}});
        BitSet hidden = hide(table, THRESHOLD);
        assertThat(hidden.get(table.cell(0, 0))).isTrue();
        assertThat(hidden.get(table.cell(0, 1))).isTrue();
        assertThat(hidden.get(table.cell(0, 2))).isFalse();
    }

    @Test
    void hiding_nothing_but_the_small_count_would_give_it_away() {
        var table = new SmallTable(new int[] {0, 0}, 1, new long[][] {{4}, {30}});
        BitSet smallOnly = new BitSet();
        smallOnly.set(table.cell(0, 2));
        assertThat(table.determined(smallOnly)).isEqualTo(smallOnly);
    }

    @Property(tries = 400)
    void no_hidden_count_follows_from_the_sums(@ForAll("tables") SmallTable table) {
        BitSet hidden = hide(table, THRESHOLD);
        assertEverySmallCountIsHidden(table, hidden, THRESHOLD);
        assertThat(table.determined(hidden).isEmpty()).isTrue();
    }

    @Property(tries = 400)
    void no_zero_is_hidden_where_counts_add_up(@ForAll("tables") SmallTable table) {
        BitSet hidden = hide(table, THRESHOLD);
        assertThat(hidden.stream().filter(cell -> table.value(cell) == 0)).isEmpty();
    }

    @Property(tries = 100)
    void every_small_count_could_be_as_large_as_the_threshold(@ForAll("tinyTables") SmallTable table) {
        assertCouldBeAsLargeAsTheThreshold(table, hide(table, 3), 3);
    }

    @Property(tries = 100)
    void the_same_counts_give_the_same_choice(@ForAll("tables") SmallTable table) {
        assertThat(hide(table, THRESHOLD)).isEqualTo(hide(table, THRESHOLD));
    }

    @Property(tries = 100)
    void what_is_hidden_for_another_reason_does_not_follow_from_the_sums_either(
            @ForAll("tables") SmallTable table, @ForAll int place) {
        BitSet also = new BitSet();
        also.set(Math.floorMod(place, table.cells()));
        BitSet hidden = Suppression.of(table.network, THRESHOLD, also);
        BitSet open = table.determined(hidden);
        open.stream().forEach(cell -> assertThat(table.value(cell)).isZero());
    }

    @Provide
    Arbitrary<SmallTable> tables() {
        return tables(
                6,
                3,
                4,
                Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0L)),
                        Tuple.of(3, Arbitraries.longs().between(1, 12)),
                        Tuple.of(2, Arbitraries.longs().between(13, 200))));
    }

    @Provide
    Arbitrary<SmallTable> tinyTables() {
        return tables(3, 2, 2, Arbitraries.longs().between(0, 4));
    }

    private static Arbitrary<SmallTable> tables(int municipalities, int prefectures, int parts, Arbitrary<Long> count) {
        return Arbitraries.integers()
                .between(1, parts)
                .flatMap(part -> Arbitraries.integers()
                        .between(1, municipalities)
                        .flatMap(size -> count.array(long[].class)
                                .ofSize(part)
                                .array(long[][].class)
                                .ofSize(size)
                                .map(counts -> new SmallTable(
                                        IntStream.range(0, size)
                                                .map(municipality -> municipality % prefectures)
                                                .toArray(),
                                        prefectures,
                                        counts))));
    }

    private static BitSet hide(SmallTable table, int threshold) {
        return Suppression.of(table.network, threshold, new BitSet());
    }

    private static void assertEverySmallCountIsHidden(SmallTable table, BitSet hidden, int threshold) {
        for (int cell = 0; cell < table.cells(); cell++) {
            if (table.value(cell) > 0 && table.value(cell) < threshold) {
                assertThat(hidden.get(cell)).as("cell %d", cell).isTrue();
            }
        }
    }

    private static void assertCouldBeAsLargeAsTheThreshold(SmallTable table, BitSet hidden, int threshold) {
        BitSet unresolved = new Guesses(table, hidden, threshold).neverReached();
        assertThat(unresolved.isEmpty())
                .as("give themselves away: %s", unresolved)
                .isTrue();
    }
}
