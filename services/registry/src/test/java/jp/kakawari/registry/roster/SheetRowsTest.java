package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.web.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetRowsTest {

    private static final String HEAD = "<row><c t='str'><v>会員番号</v></c><c t='str'><v>氏名</v></c></row>";

    @Test
    void readsWhatTheCellsShow() {
        byte[] file = Lists.workbook(sheet -> {
            for (int i = 0; i < 6; i++) {
                sheet.value(
                        0,
                        i,
                        List.of("会員番号", "氏名", "生年月日", "登録日", "メール配信同意", "備考").get(i));
            }
            sheet.value(2, 0, 1001.0);
            sheet.value(2, 1, "清水 翔");
            sheet.value(2, 2, LocalDate.of(1987, 9, 3));
            sheet.style(2, 2)
                    .format("[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@")
                    .set();
            sheet.value(2, 3, LocalDate.of(2020, 2, 29));
            sheet.style(2, 3).format("yyyy/m/d").set();
            sheet.value(2, 4, true);
            sheet.value(2, 5, 0.5);
            sheet.value(3, 0, "2");
            sheet.value(3, 1, "髙橋");
        });
        assertThat(Lists.read(Format.XLSX, file))
                .containsExactly(
                        List.of("会員番号", "氏名", "生年月日", "登録日", "メール配信同意", "備考"),
                        List.of("1001", "清水 翔", "1987-09-03", "2020-02-29", "TRUE", "0.5"),
                        List.of("2", "髙橋", "", "", "", ""));
        try (Roster roster = Lists.roster(Format.XLSX, file)) {
            assertThat(roster.next().line()).isEqualTo(3);
            assertThat(roster.bytesRead()).isEqualTo(file.length);
        }
    }

    @Test
    void readsWhatOtherSoftwareWrites() {
        Map<String, String> parts = Lists.parts("""
                <?xml version="1.0" encoding="UTF-8"?><!-- a > comment -->
                <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols/><x:sheetData>
                <x:row r="2" spans="1:3"><x:c r="A2" t="inlineStr"><x:is>
                <x:r><x:t>会員</x:t></x:r><x:r><x:t>番号</x:t></x:r><x:rPh sb="0" eb="1"><x:t>カイイン</x:t></x:rPh></x:is></x:c>
                <x:c r="C2" t="str"><x:f>"氏"&amp;"名"</x:f><x:v><![CDATA[氏名]]></x:v></x:c></x:row>
                <x:row r="3"><x:c r="A3"><x:v>1.001E3</x:v></x:c><x:c r="C3" t="str"><x:v>a&#x20bb7;&lt;]]&gt;</x:v></x:c></x:row>
                <x:row r="5"><x:c r="C5" t="d"><x:v>2020-01-02T00:00:00</x:v></x:c><x:c r="A5" t="b"><x:v>0</x:v></x:c>
                <x:c r="ALL5" s="7"/></x:row>
                <x:row r="6"><x:c r="A6" t="e"><x:v>#SPILL!</x:v></x:c><x:c r="C6"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>
                </x:sheetData><x:mergeCells/></x:worksheet>""");
        assertThat(Lists.read(Format.XLSX, Lists.zip(parts)))
                .containsExactly(
                        List.of("会員番号", "", "氏名"),
                        List.of("1001", "", "a𠮷<]]>"),
                        List.of("FALSE", "", "2020-01-02"),
                        List.of("#SPILL!", "", "2"));
    }

    @Test
    void readsTheTextsThatCellsShare() {
        Map<String, String> parts = Lists.parts(Lists.SHEET + "<sheetData>" + HEAD
                + "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row></sheetData></worksheet>");
        parts.put("xl/sharedStrings.xml", Lists.SHEET.replace("worksheet", "sst") + """
                  <si>
                    <t xml:space="preserve"> 1 </t>
                  </si>
                  <si>
                    <r><rPr><b/></rPr><t>清水</t></r> <r><t> 翔</t></r><rPh sb="0" eb="2"><t>シミズ</t></rPh><phoneticPr fontId="1"/>
                  </si>
                </sst>""");
        assertThat(Lists.read(Format.XLSX, Lists.zip(parts)).getLast()).containsExactly(" 1 ", "清水 翔");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01, 1904-01-02",
        "59, 1900-02-28, 1904-02-29",
        "61, 1900-03-01, 1904-03-02",
        "45000.75, 2023-03-15, 2027-03-16",
        "2958465, 9999-12-31, 2958465",
        "2958466, 2958466, 2958466",
        "-1, -1, -1",
        "'', '', ''"
    })
    void countsDays(String number, String date, String dateFrom1904) {
        assertThat(days(number, "")).isEqualTo(date);
        assertThat(days(number, "<workbookPr date1904='1'/>")).isEqualTo(dateFrom1904);
    }

    private static String days(String number, String properties) {
        Map<String, String> parts = Lists.parts(Lists.SHEET + "<sheetData>" + HEAD
                + "<row><c t='str'><v>x</v></c><c s='1'><v>" + number + "</v></c></row></sheetData></worksheet>");
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", properties + "<sheets>"));
        parts.put(
                "xl/styles.xml",
                Lists.SHEET.replace("worksheet", "styleSheet") + "<cellXfs count='2'><xf/>"
                        + "<xf numFmtId='57' applyNumberFormat='1'/></cellXfs></styleSheet>");
        return Lists.read(Format.XLSX, Lists.zip(parts)).getLast().get(1);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "0.0, 0", "1E3, 1000", "9.0123456789E10, 90123456789", "09012345678, 9012345678", "1.50, 1.5"
    })
    void writesNumbersPlainly(String number, String plain) {
        assertThat(CellNumber.plain(number)).isEqualTo(plain);
        assertThat(rows("<sheetData>" + HEAD + "<row><c><v>" + number + "</v></c></row></sheetData>")
                        .getLast())
                .containsExactly(plain, "");
    }

    @Test
    void tellsTheLineOfARowWhateverRowsAreEmpty() {
        String rows = "<row r='3'/><row r='7'><c r='B7'><v>1</v></c></row><row><c><v>2</v></c></row>";
        try (Roster roster = Lists.roster(Format.XLSX, Lists.workbook("<sheetData>" + HEAD + rows + "</sheetData>"))) {
            assertThat(roster.next()).isEqualTo(new Row(7, List.of("", "1")));
            assertThat(roster.next()).isEqualTo(new Row(8, List.of("2", "")));
            assertThat(roster.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy/m/d", "m/d/yy", "[$-411]ge.m.d;@", "d", "yyyy\"年\"m\"月\"", "[$-ja-JP]ggge"})
    void knowsDateFormats(String code) {
        assertThat(DateFormats.showsDate(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "0.00E+00", "#,##0", "[Red]0", "0\"day\"", "h:mm", "@", "\\d0", "000\\-0000"})
    void knowsOtherFormats(String code) {
        assertThat(DateFormats.showsDate(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r='2'><c t='s'><v>0</v></c></row>|Line 2",
                "<row r='2'><c t='x'><v>0</v></c></row>|Line 3",
                "<row r='2'><c><v>x</v></c></row>|Line 3",
                "<row r='1'/>|Line 2",
                "<row r='x'/>|Line 2",
                "<row r='1048577'/>|Line 2",
                "<row r='7'><c r='AAAAAAA7'><v>1</v></c></row>|Line 7",
                "<row r='7'><c r='SZ7'><v>1</v></c></row>|Line 7",
                "<row r='7'><c r='7'><v>1</v></c></row>|Line 8",
                "<row|xl/worksheets/sheet1.xml",
                "<row><c><v>&other;</v></c></row>|xl/worksheets/sheet1.xml",
                "<row><c><v>&#xD800;</v></c></row>|xl/worksheets/sheet1.xml",
                "<row><c><v>&#0;</v></c></row>|xl/worksheets/sheet1.xml",
            })
    void namesThePlaceOfWhatIsBroken(String rows, String place) {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("<sheetData>" + HEAD + rows + "</sheetData>"))
                .withMessageContaining(place);
        assertThat(left()).isEmpty();
    }

    @Test
    void aSheetThatBreaksOffIsNoList() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> rows("<sheetData>" + HEAD))
                .withMessageContaining("xl/worksheets/sheet1.xml");
    }

    @Test
    void aDocumentTypeIsRefused() {
        byte[] file = Lists.workbookOf("<!DOCTYPE x [<!ENTITY s SYSTEM \"file:///etc/passwd\">]>" + Lists.SHEET
                + "<sheetData>" + HEAD + "<row><c t='str'><v>&s;</v></c></row></sheetData></worksheet>");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> Lists.read(Format.XLSX, file))
                .withMessageContaining("xl/worksheets/sheet1.xml")
                .withMessageContaining("DOCTYPE");
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"})
    void aWorkbookThatLacksAPartIsNone(String part) {
        Map<String, String> parts = Lists.parts(Lists.SHEET + "<sheetData>" + HEAD + "</sheetData></worksheet>");
        parts.remove(part);
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> Lists.read(Format.XLSX, Lists.zip(parts)))
                .withMessageContaining("zip");
        assertThat(left()).isEmpty();
    }

    @Test
    void stylesMayBeSoLong() {
        Map<String, String> parts = Lists.parts(Lists.SHEET + "<sheetData>" + HEAD + "</sheetData></worksheet>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet>"
                        + new Random(1)
                                .ints(200_000)
                                .mapToObj(i -> "<xf a='" + i + "'/>")
                                .collect(Collectors.joining()) + "</styleSheet>");
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> Lists.read(Format.XLSX, Lists.zip(parts)))
                .withMessageContaining("xl/styles.xml")
                .withMessageContaining("send CSV instead");
    }

    @Test
    void aWorkbookWithAPasswordIsCalledSo() {
        byte[] ole = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                600);
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> Lists.read(Format.XLSX, ole))
                .withMessageContaining("password");
    }

    @Property(tries = 300)
    void aDamagedWorkbookIsRowsOrARefusal(@ForAll @IntRange(max = 100_000) int place, @ForAll byte change) {
        byte[] file = Lists.of(Format.XLSX, List.of(List.of("会員番号", "氏名"), List.of("1", "清水"), List.of("2", "髙橋")));
        file[place % file.length] ^= change;
        assertThat(outcome(file)).isIn(3, -1);
    }

    @Property(tries = 200)
    void anyXmlIsRowsOrARefusal(@ForAll String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(outcome(Lists.workbook("<sheetData>" + HEAD + text + "</sheetData>")))
                    .isGreaterThanOrEqualTo(-1);
        }
    }

    @Test
    void whatIsKeptMeanwhileIsEncryptedAndGoneInTheEnd() throws IOException {
        List<List<String>> list = new ArrayList<>(List.of(List.of("会員番号", "氏名")));
        for (int i = 0; i < 20_000; i++) {
            list.add(List.of("MEMBER-" + i, "SHIMIZU"));
        }
        try (Roster roster = Lists.roster(Format.XLSX, Lists.of(Format.XLSX, list))) {
            assertThat(roster.next().cells()).containsExactly("MEMBER-0", "SHIMIZU");
            assertThat(left()).hasSize(1);
            List<Path> files = files(left().getFirst());
            assertThat(files).hasSizeGreaterThan(2);
            for (Path file : files) {
                String kept = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(kept).as("%s", file).doesNotContain("MEMBER-1", "SHIMIZU", "xml");
                assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
            }
        }
        assertThat(left()).isEmpty();
    }

    /** Folders of this process that hold a workbook. */
    private static List<Path> left() {
        try {
            return files(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                    .filter(path -> path.getFileName().toString().startsWith(TempFolder.PREFIX))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int outcome(byte[] file) {
        try (Roster roster =
                new Roster(Format.XLSX, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), Lists.LIMITS)) {
            int rows = 1;
            while (roster.next() != null) {
                rows++;
            }
            return rows;
        } catch (Refusal refused) {
            assertThat(refused.getMessage()).contains(":");
            return -1;
        }
    }

    private static List<List<String>> rows(String sheet) {
        return Lists.read(Format.XLSX, Lists.workbook(sheet));
    }
}
