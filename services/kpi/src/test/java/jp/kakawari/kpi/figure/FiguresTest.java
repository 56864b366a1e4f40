package jp.kakawari.kpi.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import jp.kakawari.kpi.place.Areas;
import jp.kakawari.kpi.suppression.SuppressionPolicy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FiguresTest {
    private static final int THRESHOLD = 10;
    private static final SuppressionPolicy POLICY = new SuppressionPolicy(1, THRESHOLD, LocalDate.of(2026, 4, 1));

    @Property(tries = 15)
    void nobody_who_reads_everything_can_tell_that_a_hidden_count_is_small(
            @ForAll @IntRange(min = 1, max = 2) int years, @ForAll long seed) {
        var world = SmallWorld.of(years, seed);
        Map<Key, Column> told = Figures.hide(world.counts, POLICY);
        assertThat(new Reader(world, told).seenThrough(THRESHOLD)).isEmpty();
    }

    @Property(tries = 30)
    void small_counts_are_hidden_and_zeros_are_told(@ForAll @IntRange(min = 1, max = 2) int years, @ForAll long seed) {
        var world = SmallWorld.of(years, seed);
        Figures.hide(world.counts, POLICY).forEach((key, column) -> {
            for (int area = 0; area < Areas.size(); area++) {
                long count = world.counts.of(key)[area];
                if (count < THRESHOLD) {
                    assertThat(column.cell(area).suppressed())
                            .as("%s at %s is %d", key, Areas.get(area).name(), count)
                            .isEqualTo(count > 0);
                }
            }
        });
    }

    @Property(tries = 20)
    void counts_that_contradict_each_other_are_hidden_all_the_same(
            @ForAll @IntRange(min = 1, max = 2) int years,
            @ForAll @IntRange(min = 2, max = 40) int bound,
            @ForAll long seed) {
        var world = SmallWorld.nonsense(years, bound, seed);
        Figures.hide(world.counts, POLICY).forEach((key, column) -> {
            for (int area : SmallWorld.places()) {
                long count = world.counts.of(key)[area];
                assertThat(count > 0 && count < THRESHOLD && !column.cell(area).suppressed())
                        .as("%s at %s is %d", key, Areas.get(area).name(), count)
                        .isFalse();
            }
        });
    }
}
