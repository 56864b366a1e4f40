package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import jp.kakawari.japan.Width;

/**
 * A list (名簿), read row by row whatever its format. Rows without any content are passed over; every other
 * row comes out once, or the whole list is refused.
 */
public final class Roster implements AutoCloseable {

    /** Rows of one Excel sheet: an office may well leave that many empty ones behind its list, and no more. */
    private static final long MOST_EMPTY_ROWS = 1_048_576;

    private static final int SAMPLE = 100;
    private static final int SAMPLE_CHARACTERS = 1 << 20;

    private final Format format;
    private final CountedStream bytes;
    private final Rows rows;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private final Header header;
    private final List<Proposal> proposals;
    private long emptyRows;

    /**
     * Reads the encoding, the header and a first sample.
     *
     * @param kind the columns that it may have
     * @param mapping the municipality's own headers, beside the known ones
     * @throws UnreadableRoster when it is no list
     * @throws UncheckedIOException when the stream breaks
     */
    public Roster(Format format, InputStream in, Columns kind, Map<String, Column> mapping, Limits limits) {
        this.format = format;
        this.bytes = new CountedStream(in, limits.bytes());
        this.rows = switch (format) {
            case CSV -> new CsvRows(bytes, limits);
            case NDJSON -> new JsonRows(bytes, mapping, kind, limits);
            case XLSX -> new SheetRows(bytes, limits);
        };
        try {
            Row first = first();
            List<String> names = first.cells();
            lookAhead();
            this.proposals = Proposals.of(names, Header.recognised(names, mapping, kind), List.copyOf(ahead), kind);
            this.header = header(first, mapping, kind);
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    private Row first() {
        Row first = filled();
        if (first == null) {
            throw new UnreadableRoster(1, "the file is empty", "ファイルが空です");
        }
        return first;
    }

    private void lookAhead() {
        int characters = 0;
        while (ahead.size() < SAMPLE && characters < SAMPLE_CHARACTERS) {
            Row row = filled();
            if (row == null) {
                break;
            }
            ahead.add(row);
            characters += row.cells().stream().mapToInt(String::length).sum();
        }
    }

    /** Who is refused for a column that is not recognised learns which one it may be. */
    private Header header(Row first, Map<String, Column> mapping, Columns kind) {
        try {
            return Header.of(first.line(), first.cells(), mapping, kind);
        } catch (UnreadableRoster refused) {
            throw refused.with(
                    "proposals", proposals.stream().map(Proposal::told).toList());
        }
    }

    public Format format() {
        return format;
    }

    public Header header() {
        return header;
    }

    /** For each column that is not recognised and looks like a field: which, and why. Nothing is applied. */
    public List<Proposal> proposals() {
        return proposals;
    }

    public Encoding encoding() {
        return rows.encoding();
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return bytes.count();
    }

    /** The next row with any content, or null at the end. */
    public Row next() {
        return ahead.isEmpty() ? filled() : ahead.poll();
    }

    private Row filled() {
        Row row = rows.next();
        while (row != null && isEmpty(row)) {
            emptyRows++;
            if (emptyRows > MOST_EMPTY_ROWS) {
                throw new UnreadableRoster(
                        row.line(),
                        "there are more than %,d rows without any content".formatted(MOST_EMPTY_ROWS),
                        "空の行が%,d行を超えています".formatted(MOST_EMPTY_ROWS));
            }
            row = rows.next();
        }
        return row;
    }

    private static boolean isEmpty(Row row) {
        return row.cells().stream().allMatch(cell -> Width.trim(cell).isEmpty());
    }

    @Override
    public void close() {
        ahead.clear();
        rows.close();
    }
}
