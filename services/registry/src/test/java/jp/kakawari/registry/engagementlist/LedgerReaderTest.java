package jp.kakawari.registry.engagementlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.registry.engagementlist.LedgerReader.Reading;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Limits;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Roster;
import jp.kakawari.registry.roster.UnreadableRoster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void readsEverythingIntoOneForm() {
        LedgerRow row = read("No,取引番号,会員番号,日付,活動,寄附額,連絡可否,備考", "1, Ｋ−００１ ,ｋｓ-1,R8.11.3,ふるさと納税,\"￥１０,０００円\",不可,お礼状済")
                .row();
        assertThat(row.transaction()).isEqualTo("K-001");
        assertThat(row.memberNumber()).isEqualTo("ks-1");
        assertThat(row.occurredOn()).isEqualTo("2026-11-03");
        assertThat(row.activity()).isEqualTo(Activity.HOMETOWN_TAX_DONATION);
        assertThat(row.plainQuantity()).isEqualTo("10000");
        assertThat(row.unit()).isEqualTo(Unit.YEN);
        assertThat(row.contactRefused()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HOMETOWN_TAX_DONATION, HOMETOWN_TAX_DONATION",
        "寄付, HOMETOWN_TAX_DONATION",
        "祭り・体験プログラム, FESTIVAL_OR_EXPERIENCE",
        "イベント参加, FESTIVAL_OR_EXPERIENCE",
        "ｵﾝﾗｲﾝ, ONLINE_PARTICIPATION",
        "来店, DINING_AND_SHOPPING",
        "ポイント付与, DINING_AND_SHOPPING",
        "スタンプ, DINING_AND_SHOPPING",
        "地元企業での労働（副業）, LOCAL_SIDE_JOB",
    })
    void knowsCodesNamesAndUsualWords(String word, Activity activity) {
        assertThat(read("取引番号,会員番号,日付,活動", "1,A,2026-11-03," + word).row().activity())
                .isEqualTo(activity);
    }

    @Test
    void knowsEveryActivityByItsCodeAndItsName() {
        for (Activity activity : Activity.values()) {
            assertThat(ActivityWord.of(activity.name())).contains(new ActivityWord(activity, false));
            assertThat(ActivityWord.of(activity.ja())).contains(new ActivityWord(activity, false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "金額, 1000, 来店, 1000, YEN",
        "ポイント, 50pt, ポイント付与, 50, POINTS",
        "ポイント, 50, ポイント利用, -50, POINTS",
        "ポイント, △50, ポイント利用, -50, POINTS",
        "ポイント, -12.5, 来店, -12.5, POINTS",
        "数量, 2.50時間, 援農, 2.5, HOURS",
        "数量, ３回, 来店, 3, TIMES",
        "金額, 0, 来店, 0, YEN",
    })
    void readsQuantitiesInTheirUnits(String column, String cell, String activity, String quantity, Unit unit) {
        LedgerRow row = read("取引番号,会員番号,日付,活動," + column, "1,A,2026-11-03," + activity + "," + cell)
                .row();
        assertThat(row.plainQuantity()).isEqualTo(quantity);
        assertThat(row.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "取引番号, '', missingTransaction",
        "会員番号, '', missingMemberNumber",
        "日付, '', missingDate",
        "日付, 2026/2/30, impossibleDate",
        "日付, 2026/11/22, dateInFuture",
        "日付, 1867/1/1, impossibleDate",
        "活動, 散歩と読書, unknownActivity",
        "金額, 一万円, malformedQuantity",
        "金額, '1,00', malformedQuantity",
        "金額, 1.2345, malformedQuantity",
        "金額, -100, negativeQuantity",
        "数量, 3, unknownUnit",
        "単位, 樽, unknownUnit",
        "連絡可否, 電話のみ, unknownContactWord",
    })
    void saysWhatIsWrong(String column, String cell, String reason) {
        StringBuilder header = new StringBuilder("取引番号,会員番号,日付,活動");
        String[] cells = {"1", "A", "2026-11-03", "来店"};
        int at = List.of("取引番号", "会員番号", "日付", "活動").indexOf(column);
        String row;
        if (at >= 0) {
            cells[at] = cell;
            row = String.join(",", cells);
        } else if (column.equals("単位")) {
            header.append(",数量,単位");
            row = String.join(",", cells) + ",1," + cell;
        } else {
            header.append(",").append(column);
            row = String.join(",", cells) + ",\"" + cell + "\"";
        }
        assertThat(read(header.toString(), row).reasons())
                .extracting(Reason::code)
                .containsExactly(reason);
    }

    @Test
    void takesOneQuantityARow() {
        assertThat(read("取引番号,会員番号,日付,活動,金額,ポイント", "1,A,2026-11-03,来店,100,1").reasons())
                .containsExactly(Reason.SEVERAL_QUANTITIES);
        assertThat(read("取引番号,会員番号,日付,活動,金額,ポイント", "1,A,2026-11-03,来店,,1").reasons())
                .isEmpty();
    }

    @Test
    void refusesAListThatIsNoLedger() {
        assertThatExceptionOfType(UnreadableRoster.class).isThrownBy(() -> read("番号,会員番号,日付,活動", "1,A,2026-11-03,来店"));
    }

    private static Reading read(String header, String row) {
        byte[] file = (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        try (Roster roster = new Roster(
                Format.CSV,
                new ByteArrayInputStream(file),
                LedgerReader.COLUMNS,
                Map.of(),
                new Limits(1_000_000, 65_536, 200, 1 << 20))) {
            return new LedgerReader(roster.header(), TODAY).read(roster.next());
        }
    }
}
