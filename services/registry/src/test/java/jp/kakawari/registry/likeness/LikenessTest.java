package jp.kakawari.registry.likeness;

import static jp.kakawari.registry.likeness.People.SHO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.Personal.Gender;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final People SHO_ELSEWHERE = SHO.living("長野県松本市見本1-2-3");

    @Test
    void a_variant_of_the_name_and_another_house_are_the_same_person() {
        People moved = SHO_ELSEWHERE.named("渡辺", "翔", "ワタナベ", "ショウ").reached(null, null);
        Likeness likeness = Likeness.of(SHO.personal(), moved.personal());
        assertThat(likeness.confidence()).isGreaterThanOrEqualTo(0.9);
        assertThat(likeness.reasons())
                .contains(Reason.SAME_KANA_NAME, Reason.NAME_VARIANT, Reason.SAME_BIRTH_DATE, Reason.MOVED_HOUSE)
                .doesNotContain(Reason.SAME_NAME);
        assertThat(of(SHO, moved.reached("090-1111-2222", null))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void twins_at_one_address_with_one_phone_and_one_mailbox_are_two_people() {
        People twin = SHO.named("渡邊", "蓮", "ワタナベ", "レン");
        Likeness likeness = Likeness.of(SHO.personal(), twin.personal());
        assertThat(likeness.confidence()).isLessThan(Likeness.WORTH_A_LOOK);
        assertThat(likeness.reasons())
                .contains(Reason.DIFFERENT_GIVEN_NAME, Reason.SAME_PHONE, Reason.SAME_ADDRESS, Reason.SAME_BIRTH_DATE);
        assertThat(of(SHO, twin.of(Gender.FEMALE))).isLessThan(0.02);
    }

    @Test
    void father_and_son_of_one_name_are_two_people() {
        assertThat(of(SHO, SHO.born("1992-02-03"))).isLessThan(Likeness.WORTH_A_LOOK);
    }

    @Test
    void a_couple_at_one_address_is_two_people() {
        People wife = SHO.named("渡邊", "葵", "ワタナベ", "アオイ").born("1962-11-30").of(Gender.FEMALE);
        assertThat(of(SHO, wife)).isLessThan(0.001);
    }

    @Test
    void strangers_of_one_name_are_two_people() {
        assertThat(of(SHO, SHO_ELSEWHERE.born("1981-01-05").reached("090-1111-2222", "other@example.jp")))
                .isLessThan(0.001);
    }

    @Test
    void a_married_name_with_the_old_phone_and_mailbox_is_the_same_person() {
        People married = SHO_ELSEWHERE.named("清水", "翔", "シミズ", "ショウ");
        assertThat(of(SHO, married)).isGreaterThan(0.9);
    }

    @Test
    void the_same_sounds_in_other_kanji_are_in_doubt_and_need_more() {
        People sounds = SHO_ELSEWHERE.named("渡邊", "祥", "ワタナベ", "ショウ").reached(null, null);
        assertThat(of(SHO, sounds)).isLessThan(Likeness.WORTH_A_LOOK);
        assertThat(of(SHO, sounds.reached(SHO.phone(), null))).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "渡邊, 翔, ﾜﾀﾅﾍﾞ, ｼｮｳ",
        "渡邊, 翔, わたなべ, しょう",
        "渡邊, 翔, ワタナベ, シヨウ",
        "渡邉, 翔, ワタナベ, ショウ",
        "渡邊翔, , ワタナベショウ, ",
        "渡邊　翔, , ワタナベ ショウ, ",
        ", , ワタナベ, ショウ",
        "渡邊, 翔, , ",
    })
    void however_a_clerk_spells_it(String family, String given, String familyKana, String givenKana) {
        assertThat(of(SHO, SHO.named(family, given, familyKana, givenKana).reached(null, null)))
                .isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区見本町７－４",
        "東京都千代田区見本町7番4号",
        "千代田区見本町7-4",
        "東京都千代田区見本町7番地の4 見本ハイツ101",
    })
    void however_an_address_is_spelt(String address) {
        assertThat(Likeness.of(SHO.personal(), SHO.living(address).personal()).reasons())
                .contains(Reason.SAME_ADDRESS)
                .doesNotContain(Reason.MOVED_HOUSE);
    }

    @ParameterizedTest
    @CsvSource({"東京都千代田区見本町7-41", "東京都千代田区見本町7-4-2", "東京都千代田区見本町17-4"})
    void next_door_is_another_address(String address) {
        assertThat(Likeness.of(SHO.personal(), SHO.living(address).personal()).reasons())
                .doesNotContain(Reason.SAME_ADDRESS);
    }

    @Test
    void what_is_absent_says_nothing() {
        Personal nobody = new Personal(null, null, null, null, null, null, null, null, null, null, null, null, null);
        Likeness likeness = Likeness.of(SHO.personal(), nobody);
        assertThat(likeness.confidence()).isLessThan(0.001);
        assertThat(likeness.reasons()).isEmpty();
    }

    @Test
    void the_findings_of_an_attribute_add_up_to_one() {
        for (String attribute :
                new String[] {"FAMILY_NAME", "GIVEN_NAME", "BIRTH", "PHONE", "EMAIL", "ADDRESS", "GENDER"}) {
            for (ToDoubleFunction<Finding> column : Arrays.<ToDoubleFunction<Finding>>asList(
                    finding -> finding.ofOnePerson,
                    finding -> finding.ofOneHousehold,
                    finding -> finding.ofStrangers)) {
                assertThat(Arrays.stream(Finding.values())
                                .filter(finding -> finding.name().startsWith(attribute))
                                .mapToDouble(column)
                                .sum())
                        .as(attribute)
                        .isCloseTo(1, within(1e-9));
            }
        }
    }

    @Property(tries = 300)
    void the_order_of_two_records_does_not_matter_and_a_confidence_is_a_share(@ForAll long seed) {
        SyntheticPeople people = new SyntheticPeople(seed);
        Personal one = people.somebody();
        Personal other = seed % 2 == 0 ? people.somebody() : people.again(one);
        Likeness there = Likeness.of(one, other);
        assertThat(there).isEqualTo(Likeness.of(other, one));
        assertThat(there.confidence()).isBetween(0.0, 1.0);
    }

    private static double of(People one, People other) {
        return Likeness.of(one.personal(), other.personal()).confidence();
    }
}
