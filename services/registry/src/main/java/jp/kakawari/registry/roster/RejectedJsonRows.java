package jp.kakawari.registry.roster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;

/** Rejected rows as one JSON object a line; every value is a text, lists are joined with 、. */
final class RejectedJsonRows extends RejectedRows {

    private final JsonGenerator json;

    RejectedJsonRows(OutputStream out, Encoding encoding, List<String> header) throws IOException {
        super(header);
        if (encoding == Encoding.UTF_8_WITH_BOM) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        this.json = new JsonFactory()
                .createGenerator(new OutputStreamWriter(out, encoding.charset()))
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    void write(long line, String reason, List<String> cells) throws IOException {
        json.writeStartObject();
        json.writeNumberField(LINE, line);
        json.writeStringField(REASON, reason);
        for (int i = 0; i < Math.min(cells.size(), header().size()); i++) {
            json.writeStringField(header().get(i), cells.get(i));
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
