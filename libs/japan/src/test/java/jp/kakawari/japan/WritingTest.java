package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

    @ParameterizedTest
    @CsvSource({
        "ﾊﾅｺ, ハナコ",
        "ﾀｶﾞﾜ ﾀﾞｲｽｹ, タガワ ダイスケ",
        "ﾊﾟﾋﾟﾌﾟ, パピプ",
        "ｳﾞｧｲｵﾘﾝ, ヴァイオリン",
        "しょうた, ショウタ",
        "ヤマモト　よういちろう, ヤマモト ヨウイチロウ",
        "ｷｮｳ, キョウ",
        "ｽｰﾊﾟｰ, スーパー",
        "スーパ－, スーパー",
        "ｽｰﾊﾟ-, スーパー",
        "か゛く, ガク",
        "ゔ, ヴ",
        "ＡＢＣ, ABC",
        "ジョン・スミス, ジョン・スミス",
    })
    void kanaInOneForm(String written, String folded) {
        assertThat(Kana.fold(written)).isEqualTo(folded);
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll @StringLength(max = 12) String text) {
        String once = Kana.fold(text);
        assertThat(Kana.fold(once)).isEqualTo(once);
    }

    @Property
    void hiraganaAndKatakanaFoldAlike(
            @ForAll @StringLength(max = 12) @CharRange(from = 'ぁ', to = 'ゖ') String hiragana) {
        StringBuilder katakana = new StringBuilder();
        hiragana.chars().forEach(c -> katakana.append((char) (c + 0x60)));
        assertThat(Kana.fold(hiragana)).isEqualTo(Kana.fold(katakana.toString()));
    }

    @Test
    void everyCharacterIsASpaceThatUnicodeCallsOne() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean space =
                    Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
            assertThat(Width.isSpace((char) c)).as("U+%04X", c).isEqualTo(space);
        }
    }

    @Test
    void theSameTextInTwoEncodingsIsEqual() {
        String jis = "10時〜17時 4−16 ‖ £ ¬";
        byte[] bytes = jis.replace('〜', '～')
                .replace('−', '－')
                .replace('‖', '∥')
                .replace('£', '￡')
                .replace('¬', '￢')
                .getBytes(Charset.forName("windows-31j"));
        String windows = new String(bytes, Charset.forName("windows-31j"));
        assertThat(windows).isNotEqualTo(jis);
        assertThat(Width.unify(windows)).isEqualTo(Width.unify(jis));
    }

    @Test
    void hyphensAndDigitsOfEveryWidthBecomeAscii() {
        assertThat(Width.toAscii("４－１６ 4−16 4‐16 ＡＢｃ　ﾃｽﾄ")).isEqualTo("4-16 4-16 4-16 ABc ﾃｽﾄ");
        assertThat(Width.toAsciiWithoutSpaces("　HI-0 00\u00A0１\u200B ")).isEqualTo("HI-0001");
    }

    @ParameterizedTest
    @CsvSource({"清水　翔, 清水, 翔", "清水 翔, 清水, 翔", "清水翔, 清水翔, ''", "'　髙橋 　結衣 ', 髙橋, 結衣"})
    void aNameIsSplitOnlyWhereItHasASpace(String written, String family, String given) {
        PersonName name = PersonName.split(written);
        assertThat(name).isEqualTo(new PersonName(family, given));
        assertThat(PersonName.withoutSpaces(written)).isEqualTo(family + given);
    }

    @Test
    void aNameKeepsItsCharacters() {
        String rare = new String("髙﨑 \uFA19".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(PersonName.withoutSpaces(rare)).isEqualTo("髙﨑\uFA19");
    }
}
