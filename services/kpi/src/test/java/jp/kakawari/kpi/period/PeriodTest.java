package jp.kakawari.kpi.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-01, 2026-12-01, 2026-11, FY2026",
        "2027-03, 2027-03-01, 2027-04-01, 2027-03, FY2026",
        "FY2026, 2026-04-01, 2027-04-01, FY2026, FY2026",
        "令和8年度, 2026-04-01, 2027-04-01, FY2026, FY2026"
    })
    void reads_months_and_fiscal_years(String text, LocalDate from, LocalDate until, String name, String year) {
        Period period = Period.parse(text);
        assertThat(period).isEqualTo(new Period(from, until));
        assertThat(period).hasToString(name);
        assertThat(period.fiscalYear()).hasToString(year);
    }

    @Test
    void a_fiscal_year_has_twelve_months_from_april() {
        assertThat(Period.parse("2027-02").months())
                .hasSize(12)
                .startsWith(Period.parse("2026-04"))
                .endsWith(Period.parse("2027-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "november", "", "2026-1", "FY26", "2026-11-01"})
    void refuses_the_rest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }
}
