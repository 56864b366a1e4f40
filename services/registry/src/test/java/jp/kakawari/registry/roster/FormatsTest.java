package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A list is the same list in every format, and so are the rows that go back. */
class FormatsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> HEADER =
            List.of("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "都道府県", "電話番号", "メールアドレス", "できること", "メール配信同意", "備考");
    private static final List<String> CORRECT =
            List.of("1", "清水 翔", "シミズ ショウ", "S62.9.3", "6492401", "岐阜県", "07090274044", "a@example.jp", "翻訳", "○", "");

    @Property(tries = 150)
    void aListIsTheSameInEveryFormat(@ForAll("rows") List<List<String>> rows) {
        List<List<String>> list = listOf(rows);
        for (Format format : Format.values()) {
            assertThat(Lists.read(format, Lists.of(format, list)))
                    .as("%s", format)
                    .isEqualTo(list);
        }
    }

    @Property(tries = 60)
    void rejectedRowsGoBackAsTheyCameAndCorrectedTheyAreTaken(
            @ForAll("rows") List<List<String>> rows, @ForAll Format format) throws IOException {
        byte[] first = rejected(format, Lists.of(format, listOf(rows)));
        List<List<String>> gone = rejectedRows(format, Lists.of(format, listOf(rows)));
        if (gone.isEmpty()) {
            return;
        }
        assertThat(rejectedRows(format, first).stream().map(FormatsTest::own)).containsExactlyElementsOf(gone);
        byte[] second = rejected(format, first);
        assertThat(Lists.read(format, second).getFirst())
                .filteredOn(RejectedRows.ADDED::contains)
                .hasSize(format == Format.NDJSON ? 0 : 2);
        assertThat(rejectedRows(format, second)).hasSameSizeAs(gone);
        assertThat(rejectedRows(format, Lists.of(format, corrected(Lists.read(format, first)))))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "清水 翔", "S62.9.3", "2099/1/1", "＝1", "=1+1", "'=1", "+81", "岐阜県", "a@example.jp", "○", "", ""),
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .withCharRange('あ', 'ヶ')
                        .withChars('\n', '髙', '<', '&', '"', '\'', ']', '>')
                        .ofMaxLength(12));
        return Arbitraries.oneOf(Arbitraries.just(CORRECT), row(cell))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<List<String>> row(Arbitrary<String> cell) {
        return cell.list().ofSize(HEADER.size() - 1).map(cells -> {
            List<String> row = new ArrayList<>(List.of("HI-1"));
            row.addAll(cells);
            return List.copyOf(row);
        });
    }

    private static List<List<String>> listOf(List<List<String>> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream()).toList();
    }

    /** What a clerk does: fills every row with what is right, and leaves 行 and 理由 alone. */
    private static List<List<String>> corrected(List<List<String>> file) {
        List<String> header = file.getFirst();
        List<List<String>> corrected = new ArrayList<>(List.of(header));
        for (List<String> row : file.subList(1, file.size())) {
            List<String> right = new ArrayList<>(row);
            for (int i = 0; i < HEADER.size(); i++) {
                right.set(header.indexOf(HEADER.get(i)), CORRECT.get(i));
            }
            corrected.add(right);
        }
        return corrected;
    }

    /** The cells of the list itself, as the reader understands them: an apostrophe before a formula is ours. */
    private static List<String> own(List<String> cells) {
        List<String> own = cells.size() > HEADER.size() ? cells.subList(2, cells.size()) : cells;
        return own.stream().map(Formula::undone).toList();
    }

    private static byte[] rejected(Format format, byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Roster roster = Lists.roster(format, file);
                RejectedRows rejected = RejectedRows.of(
                        format, out, roster.encoding(), roster.header().names())) {
            EntryReader reader = new EntryReader(roster.header(), TODAY);
            for (Row row = roster.next(); row != null; row = roster.next()) {
                Reading reading = reader.read(row);
                if (reading.entry() == null) {
                    rejected.add(row.line(), reading.reasons(), row.cells());
                }
            }
        }
        return out.toByteArray();
    }

    private static List<List<String>> rejectedRows(Format format, byte[] file) {
        if (format == Format.NDJSON && file.length <= 1) {
            return List.of();
        }
        try (Roster roster = Lists.roster(format, file)) {
            EntryReader reader = new EntryReader(roster.header(), TODAY);
            List<List<String>> rejected = new ArrayList<>();
            for (Row row = roster.next(); row != null; row = roster.next()) {
                if (reader.read(row).entry() == null) {
                    rejected.add(own(row.cells()));
                }
            }
            return rejected;
        }
    }
}
