package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    private static final Limits LIMITS = new Limits(10_000_000, 65_536, 200, 1 << 20);
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String LIST = "会員番号,氏名\nHI-1,清水　翔\n";

    @Test
    void tellsTheEncodingsApart() {
        assertThat(encodingOf(LIST.getBytes(StandardCharsets.UTF_8))).isEqualTo(Encoding.UTF_8);
        assertThat(encodingOf(("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Encoding.UTF_8_WITH_BOM);
        assertThat(encodingOf(LIST.getBytes(WINDOWS_31J))).isEqualTo(Encoding.WINDOWS_31J);
        assertThat(encodingOf("No,name\n1,a\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Encoding.UTF_8);
    }

    @Test
    void decidesAtTheFirstCharacterThatMattersHoweverLate() {
        String ascii = "No,name\n" + "1,abc\n".repeat(50_000);
        byte[] late = (ascii + "2,﨑山①\n").getBytes(WINDOWS_31J);
        List<Row> rows = rows(late);
        assertThat(encodingOf(late)).isEqualTo(Encoding.WINDOWS_31J);
        assertThat(rows).hasSize(50_001);
        assertThat(rows.getLast()).isEqualTo(new Row(50_002, List.of("2", "﨑山①")));
    }

    @Test
    void aCharacterMayLieAcrossEveryBorder() {
        String text = "会員番号,氏名\n" + "1,髙橋𠮷\n".repeat(20_000);
        for (int shift = 0; shift < 4; shift++) {
            byte[] utf8 = (" ".repeat(shift) + text).getBytes(StandardCharsets.UTF_8);
            assertThat(rows(utf8))
                    .hasSize(20_000)
                    .allMatch(row -> row.cells().getLast().equals("髙橋𠮷"));
        }
    }

    @Test
    void namesTheLineThatIsInNoEncoding() {
        byte[] broken = bytes(LIST.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, (byte) 0x80, '\n'});
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows(broken))
                .withMessageContaining("Line 3");
        byte[] neither = bytes("No,name\n1,a\n2,".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFD, '\n'});
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows(neither))
                .withMessageContaining("Line 3")
                .withMessageContaining("neither UTF-8 nor windows-31j");
    }

    @Test
    void namesTheLineWhereUtf8TurnsIntoSomethingElse() {
        byte[] first = ("会員番号,氏名\n" + "1,山\n".repeat(30_000)).getBytes(StandardCharsets.UTF_8);
        byte[] mixed = bytes(first, "2,山田\n".getBytes(WINDOWS_31J));
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows(mixed))
                .withMessageContaining("Line 30002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,山田\n", "2,山田", "2,山本 美咲\r\n3,小林\n", "2,ｱ山田\n", "2,𠮷野\n3,山田\n"})
    void namesTheLineOfUtf8AmongWindows31j(String joined) {
        byte[] first = ("会員番号,氏名\r\n" + "1,山\r\n".repeat(30_000)).getBytes(WINDOWS_31J);
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows(bytes(first, joined.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("Line 30002");
    }

    @Test
    void takesWindows31jForNothingElse() {
        String list = "会員番号,氏名,備考\n1,清水 翔,ｱｲｳ\n2,髙橋 﨑,ﾊﾞｽで来る\n3,渡邊,縺\n4,ﾃｽﾄ,\n5,繧 翠,～①\n";
        assertThat(rows(list.getBytes(WINDOWS_31J)))
                .hasSize(5)
                .last()
                .satisfies(row -> assertThat(row.cells()).containsExactly("5", "繧 翠", "～①"));
    }

    @Test
    void anyNumberYieldsToTheNumberOfAMember() {
        assertThat(header("No,会員番号,氏名", Map.of()).columns()).containsExactly(null, Column.MEMBER_NUMBER, Column.NAME);
        assertThat(header("ID,氏名", Map.of()).columns()).containsExactly(Column.MEMBER_NUMBER, Column.NAME);
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> header("ID,氏名,No", Map.of()))
                .withMessageContaining("\"ID\" and \"No\" both mean memberNumber");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("\n\n会員番号,氏名,電話番号,携帯電話\n1,清水,,\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("Line 3")
                .withMessageContaining("column mapping");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("No,name\n1,a\u0000b\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("Line 2")
                .withMessageContaining("NUL");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() ->
                        rows(bytes(new byte[] {(byte) 0xFF, (byte) 0xFE}, LIST.getBytes(StandardCharsets.UTF_16LE))))
                .withMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " , ,\r\n", "\uFEFF"})
    void refusesAnEmptyFile(String text) {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("empty");
    }

    @Test
    void refusesAHeaderWithoutWhatItNeeds() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("氏名,住所\n清水,東京\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("memberNumber");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("会員番号,住所\n1,東京\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("name");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("会員番号,会員ID,氏名\n1,1,清水\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("both mean memberNumber");
    }

    @Test
    void knowsHeadersInAnyOrderAndDress() {
        Header header = header("備考,ＴＥＬ,Ｅ－ｍａｉｌ, お 名 前 ,ふりがな,〒,会員No.（必須）,担当者,ﾒﾙﾏｶﾞ", Map.of());
        assertThat(header.columns())
                .containsExactly(
                        Column.REMARKS,
                        Column.PHONE,
                        Column.EMAIL,
                        Column.NAME,
                        Column.KANA,
                        Column.POSTAL_CODE,
                        Column.MEMBER_NUMBER,
                        null,
                        Column.MAIL_CONSENT);
    }

    @Test
    void itsOwnMappingComesFirst() {
        Map<String, Column> mapping = Map.of("組合員コード", Column.MEMBER_NUMBER, "漢字", Column.NAME);
        Header header = header("番号,組合員ｺｰﾄﾞ,漢字,名前", mapping);
        assertThat(header.columns()).containsExactly(null, Column.MEMBER_NUMBER, Column.NAME, null);
    }

    @Test
    void tellsThePhysicalLineOfEachRow() {
        String text = "会員番号,氏名,備考\r\n1,a,\"二行\r\nある\"\r\n\r\n,,\r\n2,b,\"三\nつ\nの\"\r\n3,c,\n";
        assertThat(rows(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(Row::line)
                .containsExactly(2L, 6L, 9L);
    }

    @Test
    void namesTheLineOfABrokenRow() {
        for (String row : List.of(
                "2,\"never closed\n3,c\n",
                "2,\"closed\"and on\n",
                "2," + "x".repeat(70_000) + "\n",
                "2" + ",x".repeat(300) + "\n")) {
            byte[] file = ("会員番号,氏名\n1,\"a\nb\"\n\n" + row).getBytes(StandardCharsets.UTF_8);
            assertThatExceptionOfType(UnreadableRoster.class)
                    .isThrownBy(() -> rows(file))
                    .withMessageContaining("Line 5");
        }
    }

    @Test
    void anEndlessCellCostsNoMemory() {
        Endless endless = new Endless("会員番号,氏名\n1,\"".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> readAll(endless, new Limits(1L << 40, 65_536, 200, 1 << 20)))
                .withMessageContaining("Line 2");
        assertThat(endless.given).isLessThan(1_000_000);
    }

    @Test
    void anEndlessFileEndsAtTheLimit() {
        Endless endless = new Endless("会員番号,氏名\n1,".getBytes(StandardCharsets.UTF_8)) {
            @Override
            byte next() {
                return (byte) (given % 40 == 0 ? '\n' : given % 40 == 20 ? ',' : 'x');
            }
        };
        assertThatExceptionOfType(RosterTooLarge.class).isThrownBy(() -> readAll(endless, LIMITS));
        assertThat(endless.given).isLessThan(LIMITS.bytes() + 200_000);
    }

    private static class Endless extends InputStream {
        private final byte[] start;
        long given;

        Endless(byte[] start) {
            this.start = start;
        }

        byte next() {
            return 'x';
        }

        @Override
        public int read() {
            byte value = given < start.length ? start[(int) given] : next();
            given++;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                target[i] = (byte) read();
            }
            return length;
        }
    }

    private static Encoding encodingOf(byte[] file) {
        try (Roster roster =
                new Roster(Format.CSV, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), LIMITS)) {
            for (Row row = roster.next(); row != null; row = roster.next()) {
                assertThat(row.cells()).isNotEmpty();
            }
            return roster.encoding();
        }
    }

    private static List<Row> rows(byte[] file) {
        return readAll(new ByteArrayInputStream(file), LIMITS);
    }

    private static List<Row> readAll(InputStream in, Limits limits) {
        try (Roster roster = new Roster(Format.CSV, in, Columns.SUPPORTERS, Map.of(), limits)) {
            List<Row> rows = new ArrayList<>();
            for (Row row = roster.next(); row != null; row = roster.next()) {
                rows.add(row);
            }
            return Collections.unmodifiableList(rows);
        }
    }

    private static Header header(String line, Map<String, Column> mapping) {
        byte[] file = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try (Roster roster =
                new Roster(Format.CSV, new ByteArrayInputStream(file), Columns.SUPPORTERS, mapping, LIMITS)) {
            return roster.header();
        }
    }

    private static byte[] bytes(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
