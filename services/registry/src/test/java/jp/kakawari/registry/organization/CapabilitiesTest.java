package jp.kakawari.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    @Test
    void width_case_kana_and_spaces_do_not_matter() {
        assertThat(Capabilities.folded("ﾜｰｸｼｮｯﾌﾟ  ＤＩＹ くさかり")).isEqualTo(Capabilities.folded("ワークショップ diy クサカリ"));
    }

    @Property
    void any_part_of_a_word_is_in_the_index(
            @ForAll @StringLength(min = 1, max = 50) String word, @ForAll int from, @ForAll int length) {
        Capabilities able = new Capabilities(List.of(word, "草刈り"));
        int[] characters = Capabilities.folded(word).codePoints().toArray();
        if (characters.length == 0) {
            return;
        }
        int start = Math.floorMod(from, characters.length);
        int size = 1 + Math.floorMod(length, characters.length - start);
        String part = new String(characters, start, size);
        assertThat(able.text()).contains(part);
        assertThat(able.grams()).containsAll(Capabilities.grams(part));
    }
}
