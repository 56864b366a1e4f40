package jp.kakawari.registry.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Rows of a CSV file. */
final class CsvRows implements Rows {

    private final RosterText text;
    private final Limits limits;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private CsvRecord last;

    CsvRows(InputStream in, Limits limits) {
        this.limits = limits;
        this.text = new RosterText(in);
        this.csv = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(limits.rowCharacters(), 32 * 1024))
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(limits.columns())
                                .maxFieldSize(limits.rowCharacters())
                                .maxRecordSize(limits.rowCharacters())
                                .build(),
                        text);
        this.records = csv.iterator();
    }

    @Override
    public Encoding encoding() {
        return text.encoding();
    }

    @Override
    public Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            last = records.next();
            return new Row(last.getStartingLineNumber(), last.getFields());
        } catch (CsvParseException broken) {
            throw causeOf(broken);
        }
    }

    /** FastCSV wraps whatever its source throws: a refusal of ours, or a stream that broke. */
    private RuntimeException causeOf(CsvParseException broken) {
        return switch (broken.getCause()) {
            case RuntimeException ours -> ours;
            case IOException gone -> new UncheckedIOException(gone);
            case null, default -> notCsv();
        };
    }

    /** FastCSV tells in prose what is wrong; these are the only things that can be. */
    private UnreadableRoster notCsv() {
        return new UnreadableRoster(
                last == null ? 1 : last.getStartingLineNumber() + linesOf(last.getFields()),
                "the row that begins here has a quotation mark that is never closed or goes on after it is, or more than"
                        + " %,d characters or %,d columns".formatted(limits.rowCharacters(), limits.columns()),
                "この行から始まるデータの引用符（\"）が正しく閉じられていないか、%,d文字または%,d列を超えています"
                        .formatted(limits.rowCharacters(), limits.columns()));
    }

    private static long linesOf(List<String> cells) {
        long lines = 1;
        for (String cell : cells) {
            lines += cell.replace("\r\n", "\n")
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .count();
        }
        return lines;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
