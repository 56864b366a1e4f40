package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KanjiVariantsTest {

    @ParameterizedTest
    @CsvSource({
        "渡邊, 渡辺",
        "渡邉, 渡辺",
        "髙橋, 高橋",
        "山﨑, 山崎",
        "齋藤, 斉藤",
        "斎藤, 齊藤",
        "濵田, 浜田",
        "大澤, 大沢",
        "𠮷田, 吉田",
        "龍一, 竜一",
        "神\uFE00谷, 神谷",
        "葛\uDB40\uDD00西, 葛西",
        "\uFA19戸, 神戸",
    })
    void aNameAndItsVariantHaveOneForm(String written, String also) {
        assertThat(KanjiVariants.fold(written)).isEqualTo(KanjiVariants.fold(also));
    }

    @ParameterizedTest
    @CsvSource({"太田, 大田", "河野, 川野", "安部, 阿部", "伊東, 伊藤", "翔太, 祥太"})
    void differentNamesThatSoundAlikeStayDifferent(String one, String other) {
        assertThat(KanjiVariants.fold(one)).isNotEqualTo(KanjiVariants.fold(other));
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll @StringLength(max = 12) String text) {
        String once = KanjiVariants.fold(text);
        assertThat(KanjiVariants.fold(once)).isEqualTo(once);
    }
}
