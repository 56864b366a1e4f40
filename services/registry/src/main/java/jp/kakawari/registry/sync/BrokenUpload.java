package jp.kakawari.registry.sync;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The body ended before its time. */
@Problem(status = 400, code = "broken-upload", title = "Broken upload", titleJa = "送信が途中で切れました")
class BrokenUpload extends Refusal {

    BrokenUpload(Throwable cause) {
        super(cause);
        detail("The body broke off. Nothing was changed; send it again.", "データの送信が途中で切れました。何も変更されていません。もう一度送信してください。");
    }
}
