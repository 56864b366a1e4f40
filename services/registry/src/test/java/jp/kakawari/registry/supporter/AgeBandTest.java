package jp.kakawari.registry.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,0s",
        "2016-11-21,10s",
        "2016-11-22,0s",
        "1960-07-16,60s",
        "1946-11-21,80s+",
        "1946-11-22,70s",
        "1910-01-01,80s+"
    })
    void it_is_the_decade_of_the_age_on_that_day(LocalDate birth, String band) {
        assertThat(AgeBand.of(birth, TODAY)).isEqualTo(band);
    }

    @Test
    void no_birth_date_has_no_band() {
        assertThat(AgeBand.of(null, TODAY)).isNull();
    }
}
