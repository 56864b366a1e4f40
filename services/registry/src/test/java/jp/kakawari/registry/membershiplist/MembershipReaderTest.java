package jp.kakawari.registry.membershiplist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.membershiplist.MembershipReader.Reading;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Limits;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Roster;
import jp.kakawari.registry.roster.UnreadableRoster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void readsEverythingIntoOneForm() {
        Reading reading = read(
                "No,制度,会員番号,会員証No,ランク,入会日,有効期限,状態,備考", "1,飛騨市　ﾌｧﾝｸﾗﾌﾞ, ｈｉ－１ ,Ｆ－００１,ｺﾞｰﾙﾄﾞ,R8.4.1,令和9年3月31日,在籍中,旧カード");
        assertThat(reading.reasons()).isEmpty();
        MembershipRow row = reading.row();
        assertThat(row.scheme()).isEqualTo("飛騨市 ファンクラブ");
        assertThat(row.memberNumber()).isEqualTo("hi-1");
        assertThat(row.number()).isEqualTo("F-001");
        assertThat(row.tier()).isEqualTo("ゴールド");
        assertThat(row.joinedOn()).isEqualTo("2026-04-01");
        assertThat(row.validity().lastDay()).isEqualTo("2027-03-31");
        assertThat(row.state().state()).isEqualTo(State.ACTIVE);
        assertThat(row.endedOn()).isNull();
    }

    @Test
    void anEmptyCellSaysNothing() {
        MembershipRow row = read("会員番号,会員証番号,会員種別,入会日,有効期限,状態,退会日", "A,1,,,,,").row();
        assertThat(row.tier()).isNull();
        assertThat(row.joinedOn()).isNull();
        assertThat(row.validity()).isNull();
        assertThat(row.state()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "有効, ",
        "継続, ",
        "ACTIVE, ",
        "退会, WITHDREW",
        "退会済み, WITHDREW",
        "ENDED, WITHDREW",
        "休止中, PAUSED",
        "有効期限切れ, EXPIRED",
        "失効, EXPIRED",
    })
    void knowsUsualWordsForStates(String word, Ending because) {
        assertThat(read("会員番号,会員証番号,状態", "A,1," + word).row().state()).isEqualTo(new StateWord(because));
    }

    @Test
    void aDayOfLeavingSaysThatTheyLeft() {
        MembershipRow row = read("会員番号,会員証番号,退会日", "A,1,2026/3/31").row();
        assertThat(row.state().because()).isEqualTo(Ending.WITHDREW);
        assertThat(row.endedOn()).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @CsvSource({"無期限", "期限なし", "永年"})
    void validWithoutEnd(String word) {
        assertThat(read("会員番号,会員証番号,有効期限", "A,1," + word).row().validity()).isEqualTo(new Validity(null));
    }

    @ParameterizedTest
    @CsvSource({
        "会員番号, '', missingMemberNumber",
        "会員証番号, '', missingMembershipNumber",
        "入会日, 2026/2/30, impossibleDate",
        "入会日, 2026/11/22, dateInFuture",
        "入会日, 1867/1/1, impossibleDate",
        "有効期限, 来年, impossibleDate",
        "有効期限, 9999/12/31, impossibleDate",
        "退会日, 2026/11/22, dateInFuture",
        "状態, たぶん, unknownState",
    })
    void saysWhatIsWrong(String column, String cell, String reason) {
        String header = "会員番号,会員証番号,入会日,有効期限,状態,退会日";
        String row = Arrays.stream(header.split(","))
                .map(name -> name.equals(column) ? cell : name.endsWith("番号") ? "A-1" : "")
                .collect(Collectors.joining(","));
        assertThat(read(header, row).reasons()).contains(Reason.of(reason));
    }

    @Test
    void aRowThatContradictsItselfIsWrong() {
        assertThat(read("会員番号,会員証番号,状態,退会日", "A,1,有効,2026/3/31").reasons()).containsExactly(Reason.STATE_CONTRADICTS);
        assertThat(read("会員番号,会員証番号", "A,1,2").reasons()).containsExactly(Reason.WRONG_NUMBER_OF_COLUMNS);
    }

    @Test
    void theSchemeStandsInTheRowsOrIsNamedForAllOfThem() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> roster(MembershipReader.OF_ANY_SCHEME, "会員番号,会員証番号", "A,1"));
        assertThat(roster(MembershipReader.OF_ONE_SCHEME, "会員番号,会員証番号", "A,1").next())
                .isNotNull();
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> roster(MembershipReader.OF_ONE_SCHEME, "会員番号,会員種別", "A,1"));
    }

    private static Reading read(String header, String row) {
        try (Roster roster = roster(MembershipReader.OF_ONE_SCHEME, header, row)) {
            return new MembershipReader(roster.header(), TODAY).read(roster.next());
        }
    }

    private static Roster roster(Columns columns, String header, String row) {
        byte[] list = (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        return new Roster(
                Format.CSV,
                new ByteArrayInputStream(list),
                columns,
                Map.of(),
                new Limits(1 << 20, 1 << 16, 200, 1 << 20));
    }
}
