package jp.kakawari.registry.roster;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.kakawari.japan.Width;
import jp.kakawari.web.Refusal;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.poifs.crypt.temp.EncryptedTempData;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.TempFile;

/**
 * Rows of the first sheet of a workbook: what its cells show, dates as ISO dates, numbers plainly but with the zeros
 * that are shown before them, formulas by the value that was saved with them. Meanwhile the workbook lies in encrypted files,
 * because its texts and styles stand anywhere in it.
 */
final class SheetRows implements Rows {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_YEAR = 9_999;
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern OF_AMOUNTS = Pattern.compile("[.,%E]");

    private static final StreamingReader.Builder LIBRARY = StreamingReader.builder()
            .rowCacheSize(1)
            .setAvoidTempFiles(true)
            .setSharedStringsImplementationType(SharedStringsImplementationType.TEMP_FILE_BACKED)
            .setEncryptSstTempFile(true);

    static {
        ZipInputStreamZipEntrySource.setThresholdBytesForTempFiles(0);
        ZipInputStreamZipEntrySource.setEncryptTempFiles(true);
    }

    private final Limits limits;
    private final TempFolder folder = new TempFolder();
    private final DateFormats formats = new DateFormats();
    private final Workbook workbook;
    private final Iterator<org.apache.poi.ss.usermodel.Row> rows;
    private int line;
    private int width = -1;

    SheetRows(InputStream in, Limits limits) {
        this.limits = limits;
        Workbook opened = null;
        try {
            opened = TempFile.withStrategy(folder, () -> open(in));
            Workbook first = opened;
            this.rows = readable(() -> first.getSheetAt(0).iterator(), SheetParts::damaged);
            this.workbook = opened;
        } catch (RuntimeException | Error refused) {
            close(opened);
            throw refused;
        }
    }

    private Workbook open(InputStream in) {
        try {
            EncryptedTempData parts = new EncryptedTempData();
            try (OutputStream out = parts.getOutputStream()) {
                SheetParts.copy(in, out, limits);
            }
            try (InputStream copy = parts.getInputStream()) {
                return readable(() -> LIBRARY.open(copy), SheetParts::damaged);
            } finally {
                parts.dispose();
            }
        } catch (IOException full) {
            throw new IllegalStateException("no room to keep a list for a moment", full);
        }
    }

    /** What the library stumbles over is the list's fault: it was copied whole. */
    private static <T> T readable(Supplier<T> reading, Supplier<UnreadableRoster> otherwise) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException notASheet) {
            throw otherwise.get();
        }
    }

    @Override
    public Encoding encoding() {
        return Encoding.UTF_8;
    }

    @Override
    public Row next() {
        return readable(() -> rows.hasNext() ? row(rows.next()) : null, this::misplaced);
    }

    private Row row(org.apache.poi.ss.usermodel.Row row) {
        if (row.getRowNum() < line || row.getRowNum() >= LAST_ROW) {
            throw misplaced();
        }
        line = row.getRowNum() + 1;
        List<String> cells = new ArrayList<>();
        int characters = 0;
        for (Cell cell : row) {
            String text = shown(cell);
            characters += text.length();
            if (characters > limits.rowCharacters()) {
                throw tooMuch(line, limits);
            }
            put(cells, cell.getColumnIndex(), text);
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
            throw tooMuch(line, limits);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private String shown(Cell cell) {
        return switch (cell.getCellType()) {
            case BLANK -> "";
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> cell.getStringCellValue().substring("ERROR:  ".length());
            case NUMERIC -> number(cell);
            default -> cell.getStringCellValue();
        };
    }

    private String number(Cell cell) {
        LocalDateTime date = formats.isDate(cell.getCellStyle()) ? cell.getLocalDateTimeCellValue() : null;
        return date != null && date.getYear() <= LAST_YEAR
                ? date.toLocalDate().toString()
                : padded(
                        cell,
                        BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** A number with the zeros that its cell shows before it: numbers of members, postal codes and phones (000-0000); not 0.00 %. */
    private static String padded(Cell cell, String plain) {
        CellStyle style = cell.getCellStyle();
        if (style == null
                || style.getDataFormatString() == null
                || !style.getDataFormatString().contains("00")) {
            return plain;
        }
        String shown = cell.getStringCellValue();
        String digits = NO_DIGITS.matcher(shown).replaceAll("");
        boolean onlyPadded = digits.length() > plain.length()
                && digits.endsWith(plain)
                && digits.chars().limit(digits.length() - plain.length()).allMatch(digit -> digit == '0');
        boolean nothing = plain.equals("0") && OF_AMOUNTS.matcher(shown).find();
        return onlyPadded && !nothing ? shown : plain;
    }

    private UnreadableRoster misplaced() {
        return new UnreadableRoster(
                line + 1L,
                "a row or cell after it is in no place of a sheet, or no cell; save it in Excel again or send CSV instead",
                "この行以降に、シートの範囲外または順序の正しくない行・セルがあります。Excelで保存し直すか、CSV形式で送信してください");
    }

    static UnreadableRoster tooMuch(long line, Limits limits) {
        return new UnreadableRoster(
                line,
                "the row has more than %,d characters or %,d columns, or a cell more than 32,767 characters"
                        .formatted(limits.rowCharacters(), limits.columns()),
                "この行が%,d文字または%,d列を超えているか、32,767文字を超えるセルがあります".formatted(limits.rowCharacters(), limits.columns()));
    }

    private void close(Workbook opened) {
        try (folder;
                opened) {
            // closed in this order: first the workbook
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        close(workbook);
    }
}
