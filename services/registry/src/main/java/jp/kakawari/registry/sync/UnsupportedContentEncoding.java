package jp.kakawari.registry.sync;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The body is compressed in a way that is not taken. */
@Problem(
        status = 415,
        code = "unsupported-content-encoding",
        title = "Unsupported content encoding",
        titleJa = "対応していない圧縮形式です")
class UnsupportedContentEncoding extends Refusal {

    UnsupportedContentEncoding() {
        detail(
                "Content-Encoding may be gzip for CSV and NDJSON. A workbook is compressed already and is sent as it is.",
                "Content-EncodingはCSVとNDJSONのgzipだけに対応しています。Excelブックはそのまま送信してください。");
    }
}
