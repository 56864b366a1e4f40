package jp.kakawari.registry.duplicate;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A decision stands until it is undone. */
@Problem(status = 409, code = "already-decided", title = "Already decided", titleJa = "判断済みです")
class AlreadyDecided extends Refusal {

    AlreadyDecided(List<String> allowedActions) {
        detail(
                "It was decided on these two records. Undo the decision first.",
                "この2件についてはすでに判断されています。判断を取り消してからやり直してください。");
        with("allowedActions", allowedActions);
    }
}
