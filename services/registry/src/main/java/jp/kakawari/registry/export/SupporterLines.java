package jp.kakawari.registry.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The list as NDJSON: on each line what {@code GET …/supporters/{id}} answers. */
final class SupporterLines implements SupporterFile {

    private final OutputStream out;
    private final ObjectMapper json;

    SupporterLines(OutputStream out, ObjectMapper json) {
        this.out = new BufferedOutputStream(out);
        this.json = json;
    }

    @Override
    public void add(Line line) throws IOException {
        out.write(json.writeValueAsBytes(line.supporter()));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
