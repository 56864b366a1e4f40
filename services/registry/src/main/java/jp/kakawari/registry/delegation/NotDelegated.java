package jp.kakawari.registry.delegation;

import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No delegation that is in force today lets the intermediary do this for that municipality. */
@Problem(status = 403, code = "not-delegated", title = "Not delegated to you", titleJa = "委任されていません")
class NotDelegated extends Refusal {

    NotDelegated(Scope scope) {
        detail(
                "No delegation in force today lets your organisation " + scope.en() + " for this municipality.",
                "この自治体の「" + scope.ja() + "」について、本日有効な委任がありません。");
        with("scope", scope);
    }
}
