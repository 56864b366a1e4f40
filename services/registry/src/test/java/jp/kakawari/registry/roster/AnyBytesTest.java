package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kakawari.web.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class AnyBytesTest {

    private static final Limits LIMITS = new Limits(1_000_000, 4_096, 50, 1 << 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HEADER = "会員番号,氏名,フリガナ,生年月日,郵便番号,都道府県,電話番号,メールアドレス,できること,メール配信同意\n";

    @Property(tries = 500)
    void anyBytesAreRowsOrARefusal(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(outcomes(bytes)).isGreaterThanOrEqualTo(-1);
    }

    @Property(tries = 500)
    void anyBytesUnderAHeaderAreRowsOrARefusal(@ForAll @Size(max = 400) byte[] bytes) {
        byte[] header = HEADER.getBytes(Charset.forName("windows-31j"));
        byte[] file = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(bytes, 0, file, header.length, bytes.length);
        assertThat(outcomes(file)).isGreaterThanOrEqualTo(-1);
    }

    @Property(tries = 500)
    void noRowIsLost(@ForAll("rows") List<List<String>> rows) {
        String text = HEADER
                + rows.stream()
                        .map(cells -> cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
        assertThat(outcomes(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(rows.size());
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "HI-1",
                        "清水 翔",
                        "S62.9.3",
                        "2099/1/1",
                        "〒649-2401",
                        "岐阜県",
                        "07090274044",
                        "a@example.jp",
                        "○",
                        "'=1",
                        "=1",
                        "平成元年9月15日"),
                Arbitraries.strings().excludeChars('\0').ofMaxLength(20).filter(AnyBytesTest::canBeWritten));
        return cell.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(cells -> cells.stream()
                                .allMatch(each -> each.isBlank() || each.strip().isEmpty())
                        ? List.of("x")
                        : cells)
                .list()
                .ofMaxSize(20);
    }

    private static boolean canBeWritten(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** The number of rows that came out either way, -1 for a refused file. Anything else thrown fails the property. */
    private static int outcomes(byte[] file) {
        try (Roster roster =
                new Roster(Format.CSV, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), LIMITS)) {
            EntryReader reader = new EntryReader(roster.header(), TODAY);
            int count = 0;
            for (Row row = roster.next(); row != null; row = roster.next()) {
                Reading reading = reader.read(row);
                assertThat(reading.entry() == null).isEqualTo(!reading.reasons().isEmpty());
                if (reading.entry() != null) {
                    assertThat(reading.entry().canonical()).isNotEmpty();
                }
                count++;
            }
            return count;
        } catch (Refusal refused) {
            assertThat(refused.getMessage()).contains(":");
            return -1;
        }
    }
}
