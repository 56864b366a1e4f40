package jp.kakawari.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import jp.kakawari.japan.Width;
import org.junit.jupiter.api.Test;

class Windows31jTest {

    private static final Charset CHARSET = Charset.forName("windows-31j");

    @Test
    void what_only_looks_different_is_exchanged() {
        assertThat(Windows31j.write("10〜18時 −5℃ ‖—¥")).isEqualTo(new Windows31j.Written("10～18時 －5℃ ∥―￥", false));
        assertThat(Windows31j.write("﨑髙神①㈱ｶﾅ")).isEqualTo(new Windows31j.Written("﨑髙神①㈱ｶﾅ", false));
        assertThat(Windows31j.write("か\u3099は\u309A")).isEqualTo(new Windows31j.Written("がぱ", false));
    }

    @Test
    void what_is_lacking_becomes_a_geta_mark_and_is_said() {
        assertThat(Windows31j.write("𠮷野")).isEqualTo(new Windows31j.Written("〓野", true));
        assertThat(Windows31j.write("葛\uDB40\uDD00城")).isEqualTo(new Windows31j.Written("葛城", true));
        assertThat(Windows31j.write("é")).isEqualTo(new Windows31j.Written("〓", true));
        assertThat(Windows31j.write("あ\u3099"))
                .extracting(Windows31j.Written::lost)
                .isEqualTo(true);
    }

    /** Every character there is comes back as what it was, or its loss is said. */
    @Test
    void no_character_is_lost_in_silence() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c == '\u00A0' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                continue;
            }
            String text = Character.toString(c);
            Windows31j.Written written = Windows31j.write(text);
            String back = new String(written.text().getBytes(CHARSET), CHARSET);
            assertThat(written.lost() || Width.unify(back).equals(Width.unify(text)))
                    .as("U+%04X", c)
                    .isTrue();
        }
    }
}
