package jp.kakawari.kpi.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int THRESHOLD = 10;
    private static final int NATION = 0;
    private static final int GIFU = 1;
    private static final int YAMANASHI = 2;
    private static final int HIDA = 3;
    private static final int TAKAYAMA = 4;
    private static final int GIFU_CITY = 5;
    private static final int KOSUGE = 6;
    private static final Places PLACES = new Places(
            new int[] {-1, NATION, NATION, GIFU, GIFU, GIFU, YAMANASHI}, new long[] {1_000_000, 100, 100, 1, 1, 1, 1});

    @Test
    void a_small_municipality_takes_its_smallest_neighbour_with_it_and_no_total() {
        assertThat(hidden(counts(4, 30, 500, 0))).containsExactly(HIDA, TAKAYAMA);
    }

    @Test
    void zeros_and_counts_from_the_threshold_on_stand_when_nothing_is_small() {
        assertThat(hidden(counts(10, 0, 25, 400))).isEmpty();
    }

    @Test
    void a_lone_small_count_hides_its_way_up_to_the_nation() {
        assertThat(hidden(counts(3, 0, 0, 0))).containsExactly(NATION, GIFU, HIDA);
    }

    @Test
    void a_small_prefecture_takes_another_one_with_it() {
        assertThat(hidden(counts(60, 70, 0, 8))).containsExactly(GIFU, YAMANASHI, HIDA, KOSUGE);
    }

    @Test
    void neighbours_are_hidden_until_the_small_count_could_be_large() {
        assertThat(hidden(counts(1, 1, 1, 0))).contains(NATION);
        assertThat(hidden(counts(1, 1, 10, 0))).containsExactly(HIDA, TAKAYAMA, GIFU_CITY);
    }

    @Test
    void some_are_hidden_with_all_when_few_remain() {
        var sheet = new Sheet();
        int ties = sheet.column(counts(35, 200, 500, 300), 64);
        int begun = sheet.column(counts(30, 100, 100, 100), 1);
        sheet.some(new int[] {begun}, ties);
        sheet.may(List.of(Change.of(ties), Change.of(begun), Change.of(ties, begun)));
        List<BitSet> hidden = Suppression.of(sheet, PLACES, THRESHOLD);
        assertThat(hidden.get(ties).isEmpty()).isTrue();
        assertThat(places(hidden.get(begun))).containsExactly(HIDA, TAKAYAMA);
    }

    @Test
    void some_may_be_told_when_they_are_all_or_nobody() {
        var sheet = new Sheet();
        int ties = sheet.column(counts(35, 200, 500, 300), 64);
        int begun = sheet.column(counts(35, 0, 490, 300), 1);
        sheet.some(new int[] {begun}, ties);
        sheet.may(List.of(Change.of(ties), Change.of(begun), Change.of(ties, begun)));
        assertThat(Suppression.of(sheet, PLACES, THRESHOLD)).allMatch(BitSet::isEmpty);
    }

    @Test
    void a_change_that_breaks_a_sum_is_refused() {
        var sheet = new Sheet();
        int all = sheet.column(counts(1, 2, 3, 4), 1);
        int part = sheet.column(counts(1, 2, 3, 4), 1);
        sheet.adds(all, part);
        assertThatThrownBy(() -> sheet.may(Change.of(part))).isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] counts(long hida, long takayama, long gifuCity, long kosuge) {
        long gifu = hida + takayama + gifuCity;
        return new long[] {gifu + kosuge, gifu, kosuge, hida, takayama, gifuCity, kosuge};
    }

    private static List<Integer> hidden(long[] counts) {
        var sheet = new Sheet();
        sheet.may(Change.of(sheet.column(counts, 1)));
        return places(Suppression.of(sheet, PLACES, THRESHOLD).getFirst());
    }

    private static List<Integer> places(BitSet hidden) {
        return IntStream.range(NATION, PLACES.size())
                .filter(hidden::get)
                .boxed()
                .toList();
    }
}
