package jp.kakawari.registry.sync;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** This replica processes as many lists as it may. */
@Problem(status = 503, code = "too-many-syncs", title = "Too many syncs", titleJa = "混み合っています")
class TooManySyncs extends Refusal {

    TooManySyncs() {
        detail(
                "As many lists as possible are being processed. Send this one again in a minute.",
                "多くの名簿を処理しています。1分ほどおいて、もう一度送信してください。");
    }
}
