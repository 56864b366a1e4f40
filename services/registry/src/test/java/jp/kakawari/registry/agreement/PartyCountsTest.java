package jp.kakawari.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyCountsTest {

    @ParameterizedTest
    @CsvSource({"0,0,false", "1,,true", "9,,true", "10,10,false"})
    void sums_of_a_few_are_withheld(long people, Long told, boolean suppressed) {
        PartyCounts.Count count = PartyCounts.Count.of("212172", people);
        assertThat(count.people()).isEqualTo(told);
        assertThat(count.suppressed()).isEqualTo(suppressed);
    }
}
