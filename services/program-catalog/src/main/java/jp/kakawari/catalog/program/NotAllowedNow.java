package jp.kakawari.catalog.program;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The program is in a state in which this can't be done. */
@Problem(status = 409, code = "not-allowed-now", title = "Not allowed in this state", titleJa = "いまの状態ではできません")
class NotAllowedNow extends Refusal {
    NotAllowedNow(Action action, ProgramState state) {
        detail(
                "A program that is " + state + " can't be changed by " + action.code() + ".",
                "状態が " + state + " のプログラムには " + action.code() + " を行えません。");
        with("state", state);
        with("allowedActions", state.allowedActions());
    }
}
