package jp.kakawari.catalog.program;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The host already has a program of that number. */
@Problem(status = 409, code = "source-id-taken", title = "Source id taken", titleJa = "管理番号が重複しています")
class SourceIdTaken extends Refusal {
    SourceIdTaken() {
        detail(
                "This host already has a program with this sourceId; change that one instead.",
                "同じ管理番号のプログラムがすでにあります。そちらを更新してください。");
        at("/sourceId", "is taken", "すでに使われています");
    }
}
