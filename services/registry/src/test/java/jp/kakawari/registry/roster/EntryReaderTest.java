package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.registry.supporter.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReaderTest {

    private static final Limits LIMITS = new Limits(1_000_000, 65_536, 200, 1 << 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void readsEverythingIntoOneForm() {
        Entry entry = entry(
                "会員番号,姓,名,セイ,メイ,生年月日,性別,都道府県,住所,できること,関わりのきっかけ,登録日,メール配信同意,備考",
                " ＨＩ−１　,髙橋,葵,ﾀｶﾊｼ,あおい,H元.9.15,2,岐阜,飛騨市古川町４－１６,翻訳、林業・翻訳,出身、なんとなく,R1.5.1,〇,'=1+1");
        assertThat(entry.memberNumber()).isEqualTo("HI-1");
        assertThat(entry.personal().familyName()).isEqualTo("髙橋");
        assertThat(entry.personal().familyNameKana()).isEqualTo("タカハシ");
        assertThat(entry.personal().givenNameKana()).isEqualTo("アオイ");
        assertThat(entry.personal().birthDate()).isEqualTo("1989-09-15");
        assertThat(entry.personal().address()).isEqualTo("岐阜県飛騨市古川町４－１６");
        assertThat(entry.personal().remarks()).isEqualTo("=1+1");
        assertThat(entry.prefecture()).isEqualTo("21");
        assertThat(entry.country()).isEqualTo("JP");
        assertThat(entry.home()).isEqualTo("212172");
        assertThat(entry.skills()).containsExactly("翻訳", "林業");
        assertThat(entry.interests()).isNull();
        assertThat(entry.origins()).containsExactly(Origin.BIRTHPLACE, Origin.OTHER);
        assertThat(entry.since()).isEqualTo("2019-05-01");
        assertThat(entry.mailConsent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', missingMemberNumber",
        "生年月日:1985/2/30, impossibleBirthDate",
        "生年月日:2026/11/22, birthDateInFuture",
        "生年月日:1872/1/1, impossibleBirthDate",
        "メールアドレス:tanaka＠example, malformedEmail",
        "メールアドレス:a b@example.jp;c@example.jp, malformedEmail",
        "都道府県:架空県, unknownPrefecture",
        "郵便番号:123, malformedPostalCode",
        "電話番号:なし, malformedPhone",
        "メール配信同意:電話のみ, unknownConsentWord",
        "登録日:いつか, impossibleRegistrationDate",
        "登録日:2027/1/1, impossibleRegistrationDate",
        "変換できない文字:姓, lostCharacters",
    })
    void saysWhatIsWrong(String cell, String reason) {
        String[] parts = cell.split(":");
        Reading reading =
                parts.length == 2 ? read("会員番号,氏名," + parts[0], "1,清水 翔," + parts[1]) : read("会員番号,氏名", "　,清水 翔");
        assertThat(reading.reasons()).extracting(Reason::code).containsExactly(reason);
    }

    @Test
    void saysEverythingThatIsWrong() {
        Reading reading = read("会員番号,氏名,生年月日,メールアドレス", " ,　,1985/2/30,x");
        assertThat(reading.reasons())
                .containsExactly(
                        Reason.MISSING_MEMBER_NUMBER,
                        Reason.MISSING_NAME,
                        Reason.IMPOSSIBLE_BIRTH_DATE,
                        Reason.MALFORMED_EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,清水,余分"})
    void countsColumns(String row) {
        assertThat(read("会員番号,氏名", row).reasons()).containsExactly(Reason.WRONG_NUMBER_OF_COLUMNS);
    }

    @Test
    void emptyCellsBehindTheLastColumnAreExcels() {
        assertThat(read("会員番号,氏名", "1,清水,,").entry()).isNotNull();
    }

    @Test
    void originsAreFoundByTheirWholeNames() {
        assertThat(entry("会員番号,氏名,きっかけ", "1,清水,居住・通勤通学歴、窓口・案内所の紹介").origins())
                .containsExactly(Origin.PAST_RESIDENCE, Origin.DESK);
        assertThat(entry("会員番号,氏名,きっかけ", "1,清水,出身・ふるさと納税").origins())
                .containsExactly(Origin.BIRTHPLACE, Origin.HOMETOWN_TAX);
    }

    @Test
    void noColumnOfInterestsIsTheSameAsAnEmptyCellInIt() {
        assertThat(entry("会員番号,氏名", "1,清水").canonical())
                .isEqualTo(entry("会員番号,氏名,関心", "1,清水,").canonical())
                .isNotEqualTo(entry("会員番号,氏名,関心", "1,清水,里山").canonical());
    }

    @Test
    void overseasHasNoPrefecture() {
        Entry entry = entry("会員番号,氏名,都道府県,電話番号", "1,清水,海外,+1 212 555 0123");
        assertThat(entry.prefecture()).isNull();
        assertThat(entry.country()).isNull();
        assertThat(entry.personal().phone()).isEqualTo("+12125550123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"○", "〇", "◯", "はい", "１", "1", "同意する", "Yes", "ＴＲＵＥ", "有"})
    void yes(String word) {
        assertThat(entry("会員番号,氏名,メルマガ", "1,清水," + word).mailConsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"×", "✕", "いいえ", "０", "", "　", "同意しない", "x", "ｘ", "無", "－"})
    void no(String word) {
        assertThat(entry("会員番号,氏名,メルマガ", "1,清水," + word).mailConsent()).isFalse();
    }

    @Test
    void theSameRowInTwoEncodingsIsTheSame() {
        String header = "会員番号,氏名,都道府県,住所,備考\n";
        byte[] windows = (header + "1,清水 翔,東京都,東京都港区1－2,10時～17時").getBytes(Charset.forName("windows-31j"));
        byte[] utf8 = (header + "1,清水 翔,東京都,東京都港区1−2,10時〜17時").getBytes(StandardCharsets.UTF_8);
        assertThat(read(windows).entry().canonical())
                .isEqualTo(read(utf8).entry().canonical());
    }

    @Test
    void rejectedRowsGoOutDefusedAndComeBackAsTheyWere() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RejectedRows file =
                RejectedRows.of(Format.CSV, out, Encoding.WINDOWS_31J, List.of("会員番号", "氏名", "備考", "電話番号"))) {
            file.add(7, List.of(Reason.MISSING_NAME), List.of("1", "﨑山", "=HYPERLINK(\"x\")", "+81 90 1234 5678"));
        }
        String text = out.toString(Charset.forName("windows-31j"));
        assertThat(text)
                .isEqualTo(
                        "行,理由,会員番号,氏名,備考,電話番号\r\n" + "7,氏名がありません,1,﨑山,\"'=HYPERLINK(\"\"x\"\")\",+81 90 1234 5678\r\n");
        Entry again = read(out.toByteArray()).entry();
        assertThat(again.personal().remarks()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(again.personal().phone()).isEqualTo("090-1234-5678");
    }

    @Test
    void knowsAMemberByTheSameNumberBeforeAndAfterReading() {
        for (String number : List.of("'=A-1", "＝Ａ－１", " =A-1　", "= A-1")) {
            byte[] file = ("会員番号,氏名\n" + number + ",清水\n").getBytes(StandardCharsets.UTF_8);
            try (Roster roster =
                    new Roster(Format.CSV, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), LIMITS)) {
                EntryReader reader = new EntryReader(roster.header(), TODAY);
                Row row = roster.next();
                assertThat(reader.memberNumber(row)).as(number).isEqualTo("=A-1");
                assertThat(reader.read(row).entry().memberNumber()).as(number).isEqualTo("=A-1");
            }
        }
    }

    @Test
    void readsEveryRowForItselfHoweverManyWordsThereAre() {
        String file = IntStream.range(0, 2400)
                .mapToObj(i -> "HI-%d,清水,%s\n".formatted(i, i % 7 == 6 ? "a@b" : "語" + i / 2))
                .collect(Collectors.joining("", "会員番号,氏名,できること\n", ""));
        try (Roster roster = new Roster(
                Format.CSV,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                Columns.SUPPORTERS,
                Map.of(),
                LIMITS)) {
            EntryReader reader = new EntryReader(roster.header(), TODAY);
            for (int i = 0; i < 2400; i++) {
                Reading reading = reader.read(roster.next());
                if (i % 7 == 6) {
                    assertThat(reading.reasons()).containsExactly(Reason.NOT_A_WORD);
                } else {
                    assertThat(reading.entry().skills()).containsExactly("語" + i / 2);
                }
            }
        }
    }

    @Test
    void neverPrintsAPerson() {
        assertThat(entry("会員番号,氏名", "1,清水 翔").toString()).doesNotContain("清水");
    }

    private static Entry entry(String header, String row) {
        Reading reading = read(header, row);
        assertThat(reading.reasons()).isEmpty();
        return reading.entry();
    }

    private static Reading read(String header, String row) {
        return read((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] file) {
        try (Roster roster =
                new Roster(Format.CSV, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), LIMITS)) {
            return new EntryReader(roster.header(), TODAY).read(roster.next());
        }
    }
}
