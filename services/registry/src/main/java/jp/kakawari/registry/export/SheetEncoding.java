package jp.kakawari.registry.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The encodings of a list that Excel opens by a double click. */
@Schema(description = "文字コード: utf-8 has a BOM; windows-31j (Shift_JIS) lacks many characters of names")
enum SheetEncoding {
    @JsonProperty("utf-8")
    UTF_8(StandardCharsets.UTF_8),
    @JsonProperty("windows-31j")
    WINDOWS_31J(Charset.forName("windows-31j"));

    private final Charset charset;

    SheetEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
