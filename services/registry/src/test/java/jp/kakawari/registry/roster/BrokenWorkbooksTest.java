package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Workbooks that are none, or not quite: each is refused with the place of its flaw, and nothing of it stays. */
class BrokenWorkbooksTest {

    private static final String HEAD = "<row><c t='str'><v>会員番号</v></c><c t='str'><v>氏名</v></c></row>";

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
                assertThat(kept).as("%s", file).doesNotContain("MEMBER-1", "SHIMIZU", "sheetData");
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
