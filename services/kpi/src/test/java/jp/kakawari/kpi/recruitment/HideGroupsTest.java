package jp.kakawari.kpi.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HideGroupsTest {

    @Test
    void what_is_small_is_hidden_with_the_smallest_other_one() {
        assertThat(HideGroups.of(List.of(100L, 3L, 20L, 30L), 10)).containsExactly(false, true, true, false);
        assertThat(HideGroups.of(List.of(100L, 20L), 10)).containsExactly(false, false);
        assertThat(HideGroups.of(List.of(9L, 9L, 50L), 10)).containsExactly(true, true, false);
        assertThat(HideGroups.of(List.of(2L, 2L, 50L), 10)).containsExactly(true, true, true);
    }

    /** Nothing small is told, and what is hidden is never one group or fewer people than the threshold, if more could be. */
    @Test
    void no_small_group_follows_from_the_total() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            List<Long> counts =
                    random.longs(1 + random.nextInt(6), 1, 40).boxed().toList();
            boolean[] hidden = HideGroups.of(counts, 10);
            List<Integer> places = IntStream.range(0, counts.size())
                    .filter(place -> hidden[place])
                    .boxed()
                    .toList();
            assertThat(IntStream.range(0, counts.size()).filter(place -> counts.get(place) < 10))
                    .allMatch(place -> hidden[place]);
            if (!places.isEmpty() && places.size() < counts.size()) {
                assertThat(places).hasSizeGreaterThanOrEqualTo(2);
                assertThat(places.stream().mapToLong(counts::get).sum()).isGreaterThanOrEqualTo(10);
            }
        }
    }
}
