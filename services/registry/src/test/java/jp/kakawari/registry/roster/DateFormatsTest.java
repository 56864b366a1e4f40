package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatsTest {

    @ParameterizedTest
    @ValueSource(strings = {"yyyy/m/d", "m/d/yy", "[$-411]ge.m.d;@", "d", "yyyy\"年\"m\"月\"", "[$-ja-JP]ggge"})
    void knowsDateFormats(String code) {
        assertThat(DateFormats.showsDate(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "0.00E+00", "#,##0", "[Red]0", "0\"day\"", "h:mm", "@", "\\d0", "000\\-0000"})
    void knowsOtherFormats(String code) {
        assertThat(DateFormats.showsDate(code)).isFalse();
    }
}
