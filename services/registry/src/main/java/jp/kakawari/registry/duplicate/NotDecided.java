package jp.kakawari.registry.duplicate;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** There is no decision that could be undone. */
@Problem(status = 409, code = "not-decided", title = "Not decided", titleJa = "まだ判断されていません")
class NotDecided extends Refusal {

    NotDecided(List<String> allowedActions) {
        detail("Nothing was decided on these two records yet.", "この2件についてはまだ判断されていません。");
        with("allowedActions", allowedActions);
    }
}
