package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rejected rows as a workbook of one sheet; every cell is a text, so nothing in it is run as a formula. */
final class RejectedSheetRows extends RejectedRows {

    private static final int ROWS_AT_ONCE = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    RejectedSheetRows(OutputStream out, List<String> header) throws IOException {
        super(header);
        this.workbook = new Workbook(out, "Kakawari", "1.0");
        this.sheet = workbook.newWorksheet("取り込めなかった行");
        write(LINE, REASON, header());
    }

    @Override
    void write(long line, String reason, List<String> cells) throws IOException {
        write(Long.toString(line), reason, cells);
    }

    private void write(String line, String reason, List<String> cells) throws IOException {
        sheet.inlineString(row, 0, line);
        sheet.inlineString(row, 1, reason);
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(row, i + 2, cells.get(i));
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
