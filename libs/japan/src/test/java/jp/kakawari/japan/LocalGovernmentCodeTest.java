package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalGovernmentCodeTest {

    @Test
    void everyMunicipalityIsFoundByItsFiveDigitsAndHasTheRightCheckDigit() {
        assertThat(Municipalities.all()).hasSize(1741).allSatisfy(municipality -> {
            LocalGovernmentCode code =
                    LocalGovernmentCode.parse(municipality.code().value().substring(0, 5));
            assertThat(code).isEqualTo(municipality.code());
            assertThat(Municipalities.byCode(code)).contains(municipality);
            assertThat(code.isPrefecture()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyPrefectureHasACode(Prefecture prefecture) {
        assertThat(prefecture.code().isPrefecture()).isTrue();
        assertThat(prefecture.code().prefecture()).isEqualTo(prefecture);
        assertThat(Prefecture.parse(prefecture.ja())).isEqualTo(prefecture);
        assertThat(Prefecture.parse(prefecture.shortName())).isEqualTo(prefecture);
        assertThat(Prefecture.parse(prefecture.en())).isEqualTo(prefecture);
        assertThat(Prefecture.parse(prefecture.number())).isEqualTo(prefecture);
        assertThat(Prefecture.parse(prefecture.code().value())).isEqualTo(prefecture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21217", "212172", "２１２１７２", " 212172　"})
    void readsHidaInEveryForm(String text) {
        assertThat(LocalGovernmentCode.parse(text)).hasToString("212172");
        assertThat(LocalGovernmentCode.parse(text).prefecture()).isEqualTo(Prefecture.GIFU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"212173", "2121", "2121720", "000000", "480005", "21217x", "", "飛騨市"})
    void refusesTheRest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LocalGovernmentCode.parse(text));
    }

    @Property
    void aWrongCheckDigitIsNoticed(
            @ForAll @IntRange(max = 1740) int which, @ForAll @IntRange(min = 1, max = 9) int by) {
        String right = Municipalities.all().get(which).code().value();
        String wrong = right.substring(0, 5) + (right.charAt(5) - '0' + by) % 10;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGovernmentCode(wrong))
                .withMessageContaining("check digit");
    }
}
