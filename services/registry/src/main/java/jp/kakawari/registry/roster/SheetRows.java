package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.personal.SealedSpool;
import jp.kakawari.registry.roster.Markup.Event;

/**
 * Rows of the first sheet of a workbook: what its cells show, dates as ISO dates, formulas by the value that was saved with
 * them. The workbook is spooled, because its texts and styles stand anywhere in it.
 */
final class SheetRows implements Rows {

    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_LETTERS = 3;

    private final Limits limits;
    private final int longestCell;
    private final ZipParts parts;
    private final Workbook workbook;
    private final DateStyles styles = new DateStyles();
    private SharedStrings strings;
    private Markup markup;
    private int line;
    private int width = -1;
    private boolean finished;

    SheetRows(InputStream in, Limits limits) {
        this.limits = limits;
        this.longestCell = Math.min(LONGEST_CELL, limits.rowCharacters());
        SealedSpool spool = ZipParts.spooled(in);
        try {
            this.parts = new ZipParts(spool, limits.bytes());
            this.workbook = new Workbook(parts);
            open();
        } catch (RuntimeException refused) {
            closeParts();
            spool.close();
            throw refused;
        }
    }

    private void open() {
        if (workbook.styles() != null && parts.has(workbook.styles())) {
            styles.read(workbook.styles(), parts.open(workbook.styles()));
        }
        String part = workbook.strings() == null ? "xl/sharedStrings.xml" : workbook.strings();
        strings = new SharedStrings(part, longestCell);
        if (parts.has(part)) {
            strings.read(parts.open(part));
        }
        markup = new Markup(workbook.sheet(), parts.open(workbook.sheet()));
        Event event = markup.next();
        while (event != Event.START || !markup.name().equals("sheetData")) {
            if (event == Event.NOTHING) {
                throw markup.broken();
            }
            event = markup.next();
        }
    }

    @Override
    public Encoding encoding() {
        return Encoding.UTF_8;
    }

    @Override
    public Row next() {
        while (!finished) {
            Event event = markup.next();
            if (event == Event.NOTHING) {
                throw markup.broken();
            }
            if (event == Event.START && markup.name().equals("row")) {
                return row();
            }
            if (event == Event.END && markup.name().equals("sheetData")) {
                markup.drain();
                finished = true;
            }
        }
        return null;
    }

    private Row row() {
        line = line(markup.attribute("r"));
        List<String> cells = new ArrayList<>();
        int column = -1;
        int characters = 0;
        Event event = markup.next();
        while (event != Event.END || !markup.name().equals("row")) {
            if (event == Event.NOTHING) {
                throw markup.broken();
            }
            if (event == Event.START && markup.name().equals("c")) {
                column = column(markup.attribute("r"), column + 1);
                String text = cell();
                characters += text.length();
                if (characters > limits.rowCharacters()) {
                    throw tooMuch();
                }
                put(cells, column, text);
            }
            event = markup.next();
        }
        if (width < 0 && !cells.isEmpty()) {
            width = cells.size();
        }
        while (cells.size() < width) {
            cells.add("");
        }
        return new Row(line, cells);
    }

    /** Cells that only have a style are no columns, wherever they stand. */
    private void put(List<String> cells, int column, String text) {
        if (column >= width && Width.trim(text).isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw tooMuch();
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private int line(String number) {
        try {
            int next = number == null ? line + 1 : Integer.parseInt(number);
            if (next > line && next <= LAST_ROW) {
                return next;
            }
            throw misplaced();
        } catch (NumberFormatException notANumber) {
            throw misplaced();
        }
    }

    private int column(String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * 26 + reference.charAt(letters) - 'A' + 1;
            letters++;
            if (letters > MOST_LETTERS) {
                throw misplaced();
            }
        }
        if (letters == 0) {
            throw misplaced();
        }
        return column - 1;
    }

    private String cell() {
        String type = markup.attribute("t");
        boolean date = styles.isDate(markup.attribute("s"));
        String value = "";
        Event event = markup.next();
        while (event != Event.END || !markup.name().equals("c")) {
            if (event == Event.NOTHING) {
                throw markup.broken();
            }
            if (event == Event.START
                    && (markup.name().equals("v") || markup.name().equals("is"))) {
                value = RichText.of(markup, markup.name().equals("is"), longestCell, this::tooMuch);
            }
            event = markup.next();
        }
        return value.isEmpty() ? "" : shown(type == null ? "n" : type, value, date);
    }

    private String shown(String type, String value, boolean date) {
        return switch (type) {
            case "s" -> strings.at(value);
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "d" -> value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value;
            case "n" -> date ? CellNumber.date(value.strip(), workbook.from1904()) : CellNumber.plain(value.strip());
            default -> value;
        };
    }

    private UnreadableRoster misplaced() {
        return new UnreadableRoster(
                line + 1L, "a row or cell after it is in no place of a sheet", "この行以降に、シートの範囲外または順序の正しくない行・セルがあります");
    }

    private UnreadableRoster tooMuch() {
        return new UnreadableRoster(
                line,
                "the row has more than %,d characters or %,d columns, or a cell more than %,d characters"
                        .formatted(limits.rowCharacters(), limits.columns(), longestCell),
                "この行が%,d文字または%,d列を超えているか、%,d文字を超えるセルがあります"
                        .formatted(limits.rowCharacters(), limits.columns(), longestCell));
    }

    private void closeParts() {
        if (markup != null) {
            markup.close();
        }
        if (strings != null) {
            strings.close();
        }
    }

    @Override
    public void close() {
        closeParts();
        parts.close();
    }
}
