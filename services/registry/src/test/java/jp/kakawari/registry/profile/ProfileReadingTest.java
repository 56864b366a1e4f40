package jp.kakawari.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.kakawari.web.InvalidBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void kana_phone_and_words_come_out_in_one_form() {
        Profile folded = ProfileReading.fold(Profiles.born(LocalDate.of(1960, 7, 16), "０７０９０２７４０４４"), TODAY);
        assertThat(folded.familyNameKana()).isEqualTo("シミズ");
        assertThat(folded.givenNameKana()).isEqualTo("ショウ");
        assertThat(folded.phone()).isEqualTo("070-9027-4044");
        assertThat(folded.interests()).containsExactly("里山");
        assertThat(folded.skills()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "岐阜県, -, 岐阜県飛騨市古川町本町2-22, JP, 21, 212172",
                "-, -, 岐阜県飛騨市古川町本町2-22, JP, 21, 212172",
                "19, -, 北都留郡小菅村4698, JP, 19, 194425",
                "-, 212172, -, JP, 21, 212172",
                "13, -, 架空市見本町7-4, JP, 13, -",
                "-, -, -, -, -, -",
            })
    void the_residence_is_completed_from_what_is_known(
            String prefecture, String code, String address, String country, String number, String home) {
        Profile folded = ProfileReading.fold(Profiles.living(null, prefecture, code, null, address), TODAY);
        assertThat(folded.country()).isEqualTo(country);
        assertThat(folded.prefecture()).isEqualTo(number);
        assertThat(Objects.toString(folded.localGovernmentCode(), null)).isEqualTo(home);
    }

    @Test
    void overseas_residents_have_no_prefecture_and_keep_their_postal_code() {
        Profile folded = ProfileReading.fold(Profiles.living("TW", null, null, "100-01", "台北市中正區"), TODAY);
        assertThat(folded.prefecture()).isNull();
        assertThat(folded.postalCode()).isEqualTo("100-01");
        Profile both = Profiles.living("TW", "13", null, null, null);
        assertThatThrownBy(() -> ProfileReading.fold(both, TODAY)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"里山", "SNS発信", "3D プリンター", "R&D", "翻訳（英語）", "2地域居住"})
    void a_skill_is_a_word(String word) {
        assertThat(VALIDATOR.validate(withInterest(word))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sho@example.jp", "070-9027-4044", "09012345678", "０９０１２３４５６７８", "", "a\nb", "<b>", "x; drop"})
    void what_could_reach_somebody_is_no_word(String text) {
        assertThat(VALIDATOR.validate(withInterest(text)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("interests[0].<list element>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1962-09-03", "昭和37年9月3日", "S37.9.3", "1962/9/3"})
    void birth_dates_are_read_as_town_halls_write_them(String text) throws Exception {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        Profile read = json.readValue("{\"birthDate\":\"" + text + "\"}", Profile.class);
        assertThat(read.birthDate()).isEqualTo("1962-09-03");
        assertThatThrownBy(() -> json.readValue("{\"birthDate\":\"春ごろ\"}", Profile.class))
                .hasMessageContaining("not a date");
    }

    private static Profile withInterest(String word) {
        return new Profile(
                null,
                "清水",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(word),
                null,
                null,
                null);
    }
}
