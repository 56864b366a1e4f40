package jp.kakawari.registry.sync;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Gunzipped;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a request says that it carries its list. */
class Upload {

    @Parameter(hidden = true)
    @HeaderParam(HttpHeaders.CONTENT_LENGTH)
    Long announced;

    @Parameter(hidden = true)
    @HeaderParam(HttpHeaders.CONTENT_TYPE)
    MediaType type;

    @Parameter(description = "gzip, for CSV and NDJSON (圧縮)")
    @HeaderParam(HttpHeaders.CONTENT_ENCODING)
    String encoding;

    private Format format() {
        return Format.of(type.getType() + "/" + type.getSubtype()).orElseThrow();
    }

    /** The list itself, inflated while it is read. */
    Incoming list(InputStream body, long maxBytes) {
        String coding = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        boolean gzip = coding.equals("gzip") || coding.equals("x-gzip");
        if (gzip && format() != Format.XLSX) {
            return Incoming.of(format(), null, new Gunzipped(body, maxBytes));
        }
        if (!coding.isEmpty() && !coding.equals("identity")) {
            throw new UnsupportedContentEncoding();
        }
        return Incoming.of(format(), format() == Format.XLSX ? null : announced, body);
    }
}
