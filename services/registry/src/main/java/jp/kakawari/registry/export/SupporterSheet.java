package jp.kakawari.registry.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Formula;

/**
 * The list in CSV, as spreadsheets open it. In windows-31j the last column names the cells of the row in which characters
 * became 〓: whoever looks at the row sees it, and a sync refuses the row rather than spoil a name.
 */
final class SupporterSheet implements SupporterFile {

    private final SheetEncoding encoding;
    private final CsvWriter csv;

    SupporterSheet(OutputStream out, SheetEncoding encoding) throws IOException {
        this.encoding = encoding;
        Writer text = new BufferedWriter(new OutputStreamWriter(out, encoding.charset()));
        if (encoding == SheetEncoding.UTF_8) {
            text.write('\uFEFF');
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> header = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            header.add(column.header());
        }
        if (encoding == SheetEncoding.WINDOWS_31J) {
            header.add(Column.LOST_CHARACTERS.ja());
        }
        csv.writeRecord(header);
    }

    @Override
    public void add(Line line) {
        List<String> cells = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            String cell = Formula.defused(column.cell(line));
            cells.add(encoding == SheetEncoding.UTF_8 ? cell : written(column, cell, lost));
        }
        if (encoding == SheetEncoding.WINDOWS_31J) {
            cells.add(String.join("、", lost));
        }
        csv.writeRecord(cells);
    }

    private String written(SheetColumn column, String cell, List<String> lost) {
        Windows31j.Written written = Windows31j.write(cell);
        if (written.lost()) {
            lost.add(column.header());
        }
        return written.text();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
