package jp.kakawari.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kakawari.japan.Prefecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupporterCountsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0, 0, 0, 0", "1, 1, -, -", "9, 30, -, -", "10, 10, 10, 10", "3021, 3035, 3021, 3035"})
    void sums_of_one_to_nine_people_are_withheld(long people, long ties, Long shownPeople, Long shownTies) {
        SupporterCounts counts = SupporterCounts.of(Prefecture.GIFU, people, ties, people);
        assertThat(counts.people()).isEqualTo(shownPeople);
        assertThat(counts.ties()).isEqualTo(shownTies);
        assertThat(counts.organizations()).isEqualTo(shownPeople);
        assertThat(counts.suppressed()).isEqualTo(shownPeople == null);
    }
}
