package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"〒649-2401", "６４９－２４０１", "6492401", "649−2401", " 〒 649-2401 "})
    void postalCodes(String text) {
        assertThat(PostalCode.parse(text)).isEqualTo(new PostalCode("6492401"));
        assertThat(PostalCode.parse(text).hyphenated()).isEqualTo("649-2401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"64924", "649-24011", "64-92401", "abc-defg", ""})
    void noPostalCodes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PostalCode.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "07090274044, 070-9027-4044",
        "０７０－９０２７－４０４４, 070-9027-4044",
        "080-0158-6412, 080-0158-6412",
        "08001586412, 080-0158-6412",
        "+81 90 1234 5678, 090-1234-5678",
        "0312345678, 03-1234-5678",
        "(０３)１２３４－５６７８, 03-1234-5678",
        "0577732111, 0577-73-2111",
        "+1 212 555 0123, +12125550123",
    })
    void phones(String text, String value) {
        assertThat(PhoneNumber.parse(text)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "9012345678", "0901234567890", "なし", "+", "+81", "00000000000", ""})
    void noPhones(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.parse(text));
    }

    @Test
    void corporateNumbers() {
        // 国税庁 itself, 7000012050002
        assertThat(CorporateNumber.parse("7000012050002")).hasToString("7000012050002");
        assertThat(CorporateNumber.parse("Ｔ７００００１２０５０００２")).hasToString("7000012050002");
        assertThatIllegalArgumentException().isThrownBy(() -> CorporateNumber.parse("8000012050002"));
        assertThatIllegalArgumentException().isThrownBy(() -> CorporateNumber.parse("700001205000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025", "FY2025", "2025年度", "令和7年度", "令和７年度", "R7"})
    void fiscalYears(String text) {
        FiscalYear year = FiscalYear.parse(text);
        assertThat(year).isEqualTo(new FiscalYear(2025));
        assertThat(year.ja()).isEqualTo("令和7年度");
        assertThat(year.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(year.contains(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(year.next().firstDay()).isEqualTo(year.lastDay().plusDays(1));
    }

    @Test
    void theFirstYearOfAnEraIsGannen() {
        assertThat(FiscalYear.parse("令和元年度")).isEqualTo(new FiscalYear(2019));
        assertThat(new FiscalYear(2019).ja()).isEqualTo("令和元年度");
        assertThatIllegalArgumentException().isThrownBy(() -> FiscalYear.parse("昭和99年度"));
    }
}
