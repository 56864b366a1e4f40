package jp.kakawari.matching.application;

import java.util.Set;
import java.util.UUID;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The supporter has an active application to the program. */
@Problem(status = 409, code = "already-applied", title = "Already applied", titleJa = "すでに応募しています")
class AlreadyApplied extends Refusal {
    AlreadyApplied() {
        detail("The supporter already has an active application to this program.", "このプログラムにはすでに応募しています。");
    }

    /** For a caller who may see that application. */
    AlreadyApplied(UUID application, Set<Action> allowed) {
        this();
        with("application", application);
        with("allowedActions", allowed);
    }
}
