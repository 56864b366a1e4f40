package jp.kakawari.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindIndexTest {

    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();

    private final BlindIndex index = new BlindIndex(Keys.of(Keys.FIRST));

    @Test
    void the_same_person_in_two_records_counts_once() {
        Personal sho = person("シミズ", "ショウ", LocalDate.of(1960, 7, 16), "070-9027-4044");
        Personal oneWord = person("シミズショウ", null, LocalDate.of(1960, 7, 16), "070-9027-4044");
        assertThat(index.subjectKey(HERE, sho)).isEqualTo(index.subjectKey(THERE, oneWord));
    }

    @Test
    void whoever_is_not_surely_the_same_counts_apart() {
        Personal sho = person("シミズ", "ショウ", LocalDate.of(1960, 7, 16), "070-9027-4044");
        Personal twin = person("シミズ", "リク", LocalDate.of(1960, 7, 16), "070-9027-4044");
        Personal noPhone = person("シミズ", "ショウ", LocalDate.of(1960, 7, 16), null);
        assertThat(index.subjectKey(HERE, sho)).isNotEqualTo(index.subjectKey(HERE, twin));
        assertThat(index.subjectKey(HERE, noPhone))
                .isEqualTo(index.subjectKeyOf(HERE))
                .isNotEqualTo(index.subjectKey(THERE, noPhone));
    }

    @Test
    void a_subject_key_is_the_number_of_its_key_and_43_letters_of_the_url_alphabet() {
        assertThat(index.subjectKeyOf(HERE)).matches("1[.][A-Za-z0-9_-]{43}");
    }

    @Test
    void an_address_is_found_whatever_its_case() {
        assertThat(index.email(" Sho@Example.jp")).isEqualTo(index.email("sho@example.jp"));
        assertThat(index.email(null)).isNull();
    }

    @Test
    void the_indexes_have_nothing_to_do_with_each_other() {
        byte[] bytes = "sho@example.jp".getBytes(StandardCharsets.UTF_8);
        assertThat(index.email("sho@example.jp")).isNotEqualTo(index.contentHash(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:AAAA", "nonsense", "0:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=", ""})
    void an_unusable_key_is_refused_without_being_shown(String key) {
        assertThatThrownBy(() -> new BlindIndex(Keys.of(key)))
                .hasNoCause()
                .hasMessageContaining("kakawari.registry.index-keys")
                .hasMessageNotContaining("AAAA");
        assertThatThrownBy(() -> new BlindIndex(Keys.of(Keys.FIRST, Keys.FIRST)))
                .hasMessageContaining("kakawari.registry.index-keys");
    }

    @Test
    void while_a_key_changes_what_either_key_made_is_found() {
        BlindIndex before = new BlindIndex(Keys.of(Keys.FIRST, Keys.SECOND));
        BlindIndex after = new BlindIndex(Keys.of(Keys.SECOND, Keys.FIRST));
        byte[] row = "HI-000001".getBytes(StandardCharsets.UTF_8);
        for (BlindIndex writer : List.of(before, after)) {
            for (BlindIndex reader : List.of(before, after)) {
                assertThat(reader.emails("Sho@example.jp")).contains(writer.email("sho@example.jp"));
                assertThat(reader.isContent(writer.contentHash(row), row)).isTrue();
                assertThat(reader.isContent(writer.contentHash(new byte[0]), row))
                        .isFalse();
                assertThat(reader.isContent(writer.contentHash(row), reader.contentHash(row), row))
                        .isTrue();
                assertThat(reader.isRow(writer.rowHash(row), reader.rowHash(row), row))
                        .isTrue();
                assertThat(reader.isRow(writer.rowHash(new byte[0]), reader.rowHash(row), row))
                        .isFalse();
            }
        }
        assertThat(before.email("sho@example.jp")).isNotEqualTo(after.email("sho@example.jp"));
        assertThat(before.isContent(null, row)).isFalse();
        assertThat(before.isRow(null, before.rowHash(row), row)).isFalse();
    }

    @Test
    void a_change_runs_once_the_newest_key_writes() {
        assertThat(new BlindIndex(Keys.of(Keys.FIRST)).change()).isEqualTo(KeyChange.NONE);
        assertThat(new BlindIndex(Keys.of(Keys.FIRST, Keys.SECOND)).change()).isEqualTo(KeyChange.ANNOUNCED);
        assertThat(new BlindIndex(Keys.of(Keys.SECOND, Keys.FIRST)).change()).isEqualTo(KeyChange.RUNNING);
    }

    private static Personal person(String familyKana, String givenKana, LocalDate birth, String phone) {
        return new Personal(null, null, familyKana, givenKana, null, birth, null, null, null, phone, null, null, null);
    }
}
