package jp.kakawari.registry.engagement;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A municipality attests or rejects; it can't report in the person's place. */
@Problem(
        status = 409,
        code = "not-a-decision",
        title = "Not a decision on an engagement",
        titleJa = "関わりの記録に対する操作ではありません")
class NotADecision extends Refusal {

    NotADecision(List<String> allowedActions) {
        detail("An engagement is attested or rejected.", "関わりの記録は、確認（ATTESTED）または却下（REJECTED）できます。");
        with("allowedActions", allowedActions);
    }
}
