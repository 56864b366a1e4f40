package jp.kakawari.registry.roster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharsetEncoder;
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
                .setCharacterEscapes(new Unencodable(encoding))
                .createGenerator(new OutputStreamWriter(out, encoding.charset()))
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** A line of ASCII may name any character, which its encoding then lacks: that goes out as it came, \u9AD9. */
    private static final class Unencodable extends CharacterEscapes {

        private final transient CharsetEncoder encoder;

        Unencodable(Encoding encoding) {
            this.encoder = encoding.charset().newEncoder();
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return encoder.canEncode((char) character) ? null : new SerializedString("\\u%04X".formatted(character));
        }
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
