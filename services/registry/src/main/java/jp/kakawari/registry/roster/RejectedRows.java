package jp.kakawari.registry.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file of rejected rows, in the encoding and under the header that came in, with the line and the reason in front. It
 * can be corrected and sent as it is: the two columns in front are ignored on the way in.
 */
public final class RejectedRows implements AutoCloseable {

    private final CsvWriter csv;

    public RejectedRows(OutputStream out, Encoding encoding, List<String> header) throws IOException {
        if (encoding == Encoding.UTF_8_WITH_BOM) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, encoding.charset())));
        write("行", "理由", header);
    }

    /** One row as it came, with every reason in Japanese. */
    public void add(long line, List<Reason> reasons, List<String> cells) {
        write(Long.toString(line), reasons.stream().map(Reason::ja).collect(Collectors.joining("、")), cells);
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
