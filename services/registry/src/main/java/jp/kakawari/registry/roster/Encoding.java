package jp.kakawari.registry.roster;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that lists come in. A list of ASCII alone is UTF-8. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    UTF_8_WITH_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM"),
    WINDOWS_31J(Charset.forName("windows-31j"), "windows-31j");

    private final Charset charset;
    private final String label;

    Encoding(Charset charset, String label) {
        this.charset = charset;
        this.label = label;
    }

    public Charset charset() {
        return charset;
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    CharsetDecoder strict() {
        return strict(charset);
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
