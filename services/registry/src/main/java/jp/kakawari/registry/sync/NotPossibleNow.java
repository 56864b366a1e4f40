package jp.kakawari.registry.sync;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A sync in this state can't do that. */
@Problem(status = 409, code = "not-possible-now", title = "Not possible now", titleJa = "今はできません")
class NotPossibleNow extends Refusal {

    NotPossibleNow(SyncJob.State state, List<String> allowedActions) {
        detail("The sync is " + state + ".", "同期の状態が " + state + " のため、この操作はできません。");
        with("state", state);
        with("allowedActions", allowedActions);
    }
}
