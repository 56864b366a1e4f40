package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "000000, 123, 000123",
                "000000, 1234567, 1234567",
                "000-0000, 640941, 064-0941",
                "000-0000, 1000001, 1000001",
                "[&lt;=999]000;[&lt;=9999]000\\-00;000\\-0000, 640941, 064-0941",
                "00000000000, 9012345678, 09012345678",
                "|#,##0|, 1234567, 1234567",
                "0.00, 12, 12",
                "00.0, 1.25, 1.25",
                "0, 0, 0",
                "0000, 0, 0000",
                "0.00%, 0, 0",
                "0.00, 0, 0"
            })
    void keepsTheZerosThatAreShownBeforeANumber(String format, String number, String shown) {
        Map<String, String> parts = Lists.parts(Lists.SHEET + "<sheetData>" + HEAD
                + "<row><c t='str'><v>x</v></c><c s='1'><v>" + number + "</v></c></row></sheetData></worksheet>");
        parts.put(
                "xl/styles.xml",
                Lists.SHEET.replace("worksheet", "styleSheet")
                        + "<numFmts count='1'><numFmt numFmtId='164' formatCode='"
                        + format + "'/></numFmts><cellXfs count='2'><xf/>"
                        + "<xf numFmtId='164' applyNumberFormat='1'/></cellXfs></styleSheet>");
        assertThat(Lists.read(Format.XLSX, Lists.zip(parts)).getLast().get(1)).isEqualTo(shown);
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

    private static List<List<String>> rows(String sheet) {
        return Lists.read(Format.XLSX, Lists.workbook(sheet));
    }
}
