package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A CSV beside which stands how far it follows the registry ({@code 名簿.csv.position}). The list is written before its
 * position, each whole or not at all: whatever is cut off is only done again. One that begins anew gives up the position of
 * what stood there first.
 */
final class LocalCopy {

    private static final String MARK = "\uFEFF";
    private static final List<String> HEADER =
            Stream.of(CopyColumn.values()).map(CopyColumn::header).toList();

    /** Of the first version, which lacked some columns. */
    private static final List<String> EARLIER = List.of(
            ("ID 会員番号 姓 名 セイ メイ 呼び名 生年月日 性別 郵便番号 都道府県 住所 電話番号 メールアドレス できること 関心 きっかけ" + " メール配信同意 備考 関わり開始日 段階 最終参加日 住民")
                    .split(" "));

    private static final Pattern MUNICIPALITY = Pattern.compile("/municipalities/([^/?]+)/");
    private static final Pattern ADDRESS_WITH_QUERY = Pattern.compile("[\\w.~:/%\\[\\]-]+\\?[\\w.~%=&-]+");

    private final Path file;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private String position;
    private boolean touched;
    private boolean anew;

    private LocalCopy(Path file) {
        this.file = file;
    }

    /** The copy as it was left, or an empty one, which reads everybody; refuses a file that is damaged or something else. */
    static LocalCopy open(Path file) {
        LocalCopy copy = new LocalCopy(file);
        try {
            boolean goesOn = Files.exists(file) && copy.read();
            if (goesOn) {
                copy.position = copy.readPosition();
            } else {
                copy.rows.clear();
                copy.touched = true;
                copy.anew = true;
            }
            return copy;
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException damaged) {
            throw copy.damaged();
        } catch (IOException unreadable) {
            throw new Failed(Exit.REFUSED, "%s を開けません。".formatted(file));
        }
    }

    /** Whether it is at that position; it isn't without one, nor with the columns of an earlier version. */
    private boolean read() throws IOException {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = lines.iterator();
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            if (header.equals(EARLIER)) {
                return false;
            }
            if (!header.equals(HEADER)) {
                throw new Failed(Exit.REFUSED, "%s は follow で作った名簿ではありません。別の保存先を指定してください。".formatted(file));
            }
            records.forEachRemaining(this::keep);
            return Files.exists(place());
        }
    }

    private void keep(CsvRecord row) {
        if (row.getFieldCount() != HEADER.size()) {
            throw damaged();
        }
        rows.put(row.getField(0), row.getFields());
    }

    private String readPosition() throws IOException {
        String place = Files.readString(place()).strip();
        if (!ADDRESS_WITH_QUERY.matcher(place).matches()) {
            throw damaged();
        }
        return place;
    }

    /** @throws Failed when it is the copy of another municipality, whose people would stay among the new ones */
    void mustBeOf(String municipality) {
        Matcher stored = MUNICIPALITY.matcher(position == null ? "" : position);
        if (stored.find() && !stored.group(1).equals(municipality)) {
            throw new Failed(
                    Exit.REFUSED,
                    "%s は別の自治体（団体コード %s）の写しです。名簿が混ざるため、団体コード %s には別の保存先を指定してください。"
                            .formatted(file, stored.group(1), municipality));
        }
    }

    private Failed damaged() {
        return new Failed(
                Exit.REFUSED,
                "%s か %s が壊れています。2つとも削除して、もう一度実行してください（全員を読み直します）。".formatted(file, place().getFileName()));
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
            if (anew) {
                Files.deleteIfExists(place());
                anew = false;
            }
            if (touched) {
                Whole.write(file, StandardCharsets.UTF_8, this::write);
                touched = false;
            }
            Whole.write(place(), StandardCharsets.UTF_8, out -> out.write(position + "\n"));
        } catch (IOException unwritable) {
            throw new Unwritable(file);
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
