package jp.kakawari.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final UUID SHO = UUID.fromString("01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10");
    private static final Personal PERSONAL = new Personal(
            "清水",
            "翔",
            "シミズ",
            "ショウ",
            null,
            LocalDate.of(1960, 7, 16),
            Personal.Gender.FEMALE,
            "3018832",
            "東京都架空市見本町7-4",
            "070-9027-4044",
            "sho@example.jp",
            null,
            "DM希望");

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final PersonalData data = new PersonalData(Keys.of(Keys.FIRST), json);

    @Test
    void what_was_sealed_opens_the_same() {
        assertThat(data.open(SHO, data.seal(SHO, PERSONAL))).isEqualTo(PERSONAL);
    }

    @Test
    void a_sealed_value_shows_nothing_and_never_looks_the_same_twice() {
        byte[] sealed = data.seal(SHO, PERSONAL);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("清水", "sho@example.jp", "family");
        assertThat(data.seal(SHO, PERSONAL)).isNotEqualTo(sealed);
    }

    @Test
    void a_value_copied_onto_another_supporter_stays_shut() {
        byte[] sealed = data.seal(SHO, PERSONAL);
        assertThatThrownBy(() -> data.open(UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("doesn't open");
    }

    @Test
    void a_changed_byte_is_noticed() {
        byte[] sealed = data.seal(SHO, PERSONAL);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> data.open(SHO, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_key_change_old_values_open_and_new_ones_need_the_new_key() {
        byte[] old = data.seal(SHO, PERSONAL);
        PersonalData changed = new PersonalData(Keys.of(Keys.SECOND, Keys.FIRST), json);
        assertThat(changed.open(SHO, old)).isEqualTo(PERSONAL);
        byte[] fresh = changed.seal(SHO, PERSONAL);
        assertThatThrownBy(() -> data.open(SHO, fresh)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unusable_keys_are_named_without_being_shown() {
        assertThatThrownBy(() -> new PersonalData(Keys.of("1:secret"), json))
                .hasMessageContaining("kakawari.registry.personal-keys")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new PersonalData(Keys.of("nonsense"), json))
                .hasMessageContaining("kakawari.registry.personal-keys");
    }

    @Test
    void a_value_of_another_shape_does_not_quote_itself() {
        byte[] sealed = data.sealBytes(SHO, "{\"familyName\":[\"清水\"]}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> data.open(SHO, sealed)).hasNoCause().hasMessageNotContaining("清水");
    }

    @Test
    void it_never_prints_itself() {
        assertThat(PERSONAL).hasToString("Personal[…]");
    }
}
