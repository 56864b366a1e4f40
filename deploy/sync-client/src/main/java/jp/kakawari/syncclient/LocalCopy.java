package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A CSV beside which stands how far it follows the registry ({@code 名簿.csv.position}). The list is written before its
 * position, each whole or not at all: whatever is cut off is only done again.
 */
final class LocalCopy {

    private static final String MARK = "\uFEFF";
    private static final List<String> HEADER =
            Stream.of(CopyColumn.values()).map(CopyColumn::header).toList();

    private final Path file;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private String position;
    private boolean touched;

    private LocalCopy(Path file) {
        this.file = file;
    }

    /** The copy as it was left, or an empty one; refuses a file that is something else. */
    static LocalCopy open(Path file) {
        LocalCopy copy = new LocalCopy(file);
        try {
            if (Files.exists(file)) {
                copy.read();
            }
            Path place = copy.place();
            if (Files.exists(file) && Files.exists(place)) {
                copy.position = Files.readString(place).strip();
            } else {
                copy.rows.clear();
                copy.touched = true;
            }
            return copy;
        } catch (IOException unreadable) {
            throw new Failed(Exit.REFUSED, "%s を開けません。".formatted(file));
        }
    }

    private void read() throws IOException {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = lines.iterator();
            if (!records.hasNext() || !records.next().getFields().equals(HEADER)) {
                throw new Failed(Exit.REFUSED, "%s は follow で作った名簿ではありません。別の保存先を指定してください。".formatted(file));
            }
            records.forEachRemaining(row -> rows.put(row.getField(0), row.getFields()));
        }
    }

    /** Where the feed goes on; null at the beginning. */
    String position() {
        return position;
    }

    int size() {
        return rows.size();
    }

    /** Takes over one page of the feed. */
    void take(JsonNode page, Labels labels) {
        for (JsonNode item : page.path("items")) {
            String id = item.path("id").asText();
            if (item.path("state").asText().equals("deleted")) {
                rows.remove(id);
            } else {
                rows.put(
                        id,
                        Stream.of(CopyColumn.values())
                                .map(column -> column.cell(item.path("data"), labels))
                                .toList());
            }
            touched = true;
        }
        position = page.path("next").asText();
    }

    /** Keeps what was taken over since the last time. */
    void save() {
        try {
            if (touched) {
                Whole.write(file, StandardCharsets.UTF_8, this::write);
                touched = false;
            }
            Whole.write(place(), StandardCharsets.UTF_8, out -> out.write(position + "\n"));
        } catch (IOException unwritable) {
            throw new Failed(Exit.REFUSED, "%s に書き込めません（Excelで開いていれば閉じてください）。".formatted(file));
        }
    }

    private void write(Writer out) throws IOException {
        out.write(MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(HEADER);
        rows.values().forEach(csv::writeRecord);
        csv.flush();
    }

    private Path place() {
        return file.resolveSibling(file.getFileName() + ".position");
    }
}
