package jp.kakawari.matching.application;

import java.util.Set;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The application's state doesn't allow the action. */
@Problem(status = 409, code = "not-allowed-now", title = "Not allowed now", titleJa = "現在の状態では行えません")
class NotAllowedNow extends Refusal {
    NotAllowedNow(Action action, State state, Set<Action> allowed) {
        detail(
                "An application that is " + state + " does not allow the action " + action + ".",
                "状態が " + state + " の応募には " + action + " を行えません。");
        with("state", state);
        with("allowedActions", allowed);
    }
}
