package jp.kakawari.registry.export;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** This replica writes as many lists and own data as it may. */
@Problem(status = 503, code = "too-many-exports", title = "Too many exports", titleJa = "混み合っています")
class TooManyExports extends Refusal {

    TooManyExports() {
        detail(
                "As many exports as possible are going out. Ask again in a minute.",
                "多くの書き出しを行っています。1分ほどおいて、もう一度お試しください。");
    }
}
