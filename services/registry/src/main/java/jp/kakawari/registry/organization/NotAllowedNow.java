package jp.kakawari.registry.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The organisation is in a state in which this can't be done. */
@Problem(status = 409, code = "not-allowed-now", title = "Not allowed in this state", titleJa = "いまの状態ではできません")
class NotAllowedNow extends Refusal {

    NotAllowedNow(String action, MemberState state) {
        detail(
                "An organisation that is " + state + " allows no \"" + action + "\".",
                "状態が " + state + " の団体には " + action + " を行えません。");
        with("state", state);
        with("allowedActions", state.allowedActions());
    }
}
