package jp.kakawari.registry.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;

/** Rejected rows as CSV. */
final class RejectedCsvRows extends RejectedRows {

    private final CsvWriter csv;

    RejectedCsvRows(OutputStream out, Encoding encoding, List<String> header) throws IOException {
        super(header);
        if (encoding == Encoding.UTF_8_WITH_BOM) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, encoding.charset())));
        write(LINE, REASON, header());
    }

    @Override
    void write(long line, String reason, List<String> cells) {
        write(Long.toString(line), reason, cells);
    }

    private void write(String line, String reason, List<String> cells) {
        List<String> record = new ArrayList<>(cells.size() + 2);
        record.add(line);
        record.add(reason);
        cells.forEach(cell -> record.add(Formula.defused(cell)));
        csv.writeRecord(record);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
