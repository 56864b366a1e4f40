package jp.kakawari.registry.agreement;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The agreement is in a state in which the caller can't do this. */
@Problem(
        status = 409,
        code = "agreement-not-allowed-now",
        title = "Not allowed for this agreement now",
        titleJa = "この協定にはいま行えません")
class NotAllowedForAgreement extends Refusal {

    NotAllowedForAgreement(String action, AgreementState state, List<String> allowed) {
        detail(
                "An agreement that is " + state + " allows you no \"" + action + "\".",
                "状態が " + state + " の協定に、あなたの団体は " + action + " を行えません。");
        with("state", state);
        with("allowedActions", allowed);
    }
}
