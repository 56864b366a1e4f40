package jp.kakawari.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalTest {

    @Test
    void each_part_has_a_bit_of_its_own() {
        int parts = Personal.class.getRecordComponents().length;
        assertThat(Personal.NONE.parts()).isZero();
        assertThat(Personal.ALL.parts()).isEqualTo((1 << parts) - 1);
        assertThat(List.of(
                        new Personal("清水", null, null, null, null, null, null, null, null, null, null, null, null)
                                .parts(),
                        new Personal(null, null, null, null, null, null, null, null, null, null, null, null, "備考")
                                .parts()))
                .containsExactly(1, 1 << parts - 1);
    }
}
