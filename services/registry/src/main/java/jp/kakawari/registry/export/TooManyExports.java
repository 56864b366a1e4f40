package jp.kakawari.registry.export;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** This replica writes as many lists as it may. */
@Problem(status = 503, code = "too-many-exports", title = "Too many exports", titleJa = "混み合っています")
class TooManyExports extends Refusal {

    TooManyExports() {
        detail(
                "As many lists as possible are being exported. Ask again in a minute.",
                "多くの名簿を書き出しています。1分ほどおいて、もう一度お試しください。");
    }
}
