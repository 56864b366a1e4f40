package jp.kakawari.kpi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySumTest {

    @Test
    void forty_of_a_hundred_are_0_40() {
        DeliverySum sum = DeliverySum.of("SURVEY", 1, 100, 40, 10);
        assertThat(sum.responseRate()).isEqualTo("0.40");
        assertThat(sum.hidden()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "9, 9", "100, 1", "100, 9", "100, 91", "100, 99"})
    void few_people_are_hidden_and_so_is_what_tells_them(long sent, long answered) {
        DeliverySum sum = DeliverySum.of("SURVEY", 1, sent, answered, 10);
        assertThat(sum.hidden()).isTrue();
        assertThat(sum.answered()).isNull();
        assertThat(sum.responseRate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 0", "100, 100", "20, 10"})
    void nobody_and_everybody_are_told(long sent, long answered) {
        assertThat(DeliverySum.of("SURVEY", 1, sent, answered, 10).hidden()).isFalse();
    }

    @Test
    void letters_have_no_answers() {
        assertThat(DeliverySum.of("NEWSLETTER", 2, 30, 0, 10))
                .isEqualTo(new DeliverySum("NEWSLETTER", 2, 30L, null, null, false));
    }
}
