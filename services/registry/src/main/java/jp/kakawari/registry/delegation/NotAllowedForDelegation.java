package jp.kakawari.registry.delegation;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The delegation is in a state in which the caller can't do this. */
@Problem(
        status = 409,
        code = "delegation-not-allowed-now",
        title = "Not allowed for this delegation now",
        titleJa = "この委任にはいま行えません")
class NotAllowedForDelegation extends Refusal {

    NotAllowedForDelegation(String action, DelegationState state, List<String> allowed) {
        detail(
                "A delegation that is " + state + " allows you no \"" + action + "\".",
                "状態が " + state + " の委任に、あなたの団体は " + action + " を行えません。");
        with("state", state);
        with("allowedActions", allowed);
    }
}
