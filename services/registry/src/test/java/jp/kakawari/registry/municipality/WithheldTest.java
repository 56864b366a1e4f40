package jp.kakawari.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithheldTest {

    /** Somebody who knows the sum and how withholding is done tries all counts that would be shown like that. */
    @ParameterizedTest
    @CsvSource({"2, 80", "3, 60", "4, 34"})
    void no_withheld_count_can_be_computed(int choices, int most) {
        for (int sum = 10; sum <= most; sum++) {
            Map<List<Long>, List<List<Long>>> possible = new HashMap<>();
            for (List<Long> counts : counts(choices, sum)) {
                possible.computeIfAbsent(Withheld.among(counts), shown -> new ArrayList<>())
                        .add(counts);
            }
            possible.forEach(WithheldTest::mustLeaveOpen);
        }
    }

    private static void mustLeaveOpen(List<Long> shown, List<List<Long>> possible) {
        IntStream.range(0, shown.size())
                .filter(place -> shown.get(place) == null)
                .forEach(place -> assertThat(possible.stream()
                                .map(counts -> counts.get(place))
                                .distinct())
                        .as("%s, of %s", shown, possible.getFirst())
                        .hasSizeGreaterThan(1));
        assertThat(shown).allMatch(count -> count == null || !Withheld.is(count));
    }

    /** All ways to have that sum. */
    private static List<List<Long>> counts(int choices, long sum) {
        if (choices == 1) {
            return List.of(List.of(sum));
        }
        return LongStream.rangeClosed(0, sum)
                .boxed()
                .flatMap(first -> counts(choices - 1, sum - first).stream().map(rest -> {
                    List<Long> all = new ArrayList<>(List.of(first));
                    all.addAll(rest);
                    return all;
                }))
                .map(List::copyOf)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1,", "9,", "10, 10", "19, 10", "120, 120", "127, 120"})
    void tens_hide_what_two_answers_differ_by(long people, Long shown) {
        assertThat(Withheld.inTens(people)).isEqualTo(shown);
    }
}
