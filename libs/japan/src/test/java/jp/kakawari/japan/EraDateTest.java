package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraDateTest {

    @ParameterizedTest
    @CsvSource({
        "1960/7/16, 1960-07-16",
        "1973-02-09, 1973-02-09",
        "19730209, 1973-02-09",
        "1973.2.9, 1973-02-09",
        "１９７２年８月１７日, 1972-08-17",
        "１９７２－０８－１７, 1972-08-17",
        "1960/7/16 0:00:00, 1960-07-16",
        "1960/7/1 0:00, 1960-07-01",
        "1960/7/10 00:00, 1960-07-10",
        "1960年7月16日 0:00:00.000, 1960-07-16",
        "1960/7.16日, 1960-07-16",
        "S62.9.3, 1987-09-03",
        "s62.9.3, 1987-09-03",
        "Ｓ６２．９．３, 1987-09-03",
        "S62. 9. 3, 1987-09-03",
        "S620903, 1987-09-03",
        "昭和59年10月3日, 1984-10-03",
        "昭59.10.3, 1984-10-03",
        "㍼59年10月3日, 1984-10-03",
        "平成元年9月15日, 1989-09-15",
        "H元.9.15, 1989-09-15",
        "令和元年5月1日, 2019-05-01",
        "R1/5/1, 2019-05-01",
        "大正15年12月25日, 1926-12-25",
        "昭和1年12月25日, 1926-12-25",
        "明治45年7月30日, 1912-07-30",
        "平成31年4月30日, 2019-04-30",
        "平成31年5月1日, 2019-05-01",
        "令和1年4月30日, 2019-04-30",
        "昭和64年1月8日, 1989-01-08",
        "平成12年2月29日, 2000-02-29",
    })
    void readsWhatPeopleWrite(String text, LocalDate day) {
        assertThat(EraDate.parse(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985/2/30",
                "1900/2/29",
                "2001/13/1",
                "2001/0/1",
                "昭和65年1月1日",
                "平成32年1月1日",
                "平成0年1月1日",
                "昭和60年2月29日",
                "K1.1.1",
                "慶応3年1月1日",
                "1960/7/16 12:30",
                "1960/7",
                "1960/7/",
                "1960/7/160",
                "1960/007/1",
                "60/7/16",
                "1960/7/16/",
                "1960/7/16時",
                "1960年",
                "196007166",
                "19600230",
                "昭和",
                "不明",
                "",
                "　",
                "1.2.3",
                "-1/2/3",
            })
    void refusesWhatIsNoDay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EraDate.parse(text));
    }

    @Property
    void everyDayOfEveryEraComesBack(
            @ForAll @IntRange(min = 1873, max = 2100) int year, @ForAll @IntRange(max = 365) int day) {
        LocalDate date = LocalDate.ofYearDay(year, 1).plusDays(day);
        String written = Era.of(date).yearName(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        assertThat(EraDate.parse(written)).isEqualTo(date);
        assertThat(EraDate.parse(date.toString())).isEqualTo(date);
    }

    @Property
    void anyTextIsReadOrRefusedAsAnArgument(@ForAll @StringLength(max = 20) String text) {
        try {
            assertThat(EraDate.parse(text)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
