package jp.kakawari.registry.board;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The thread or post is in a state, or another member's, so that the caller can't do this. */
@Problem(status = 409, code = "not-allowed-on-board", title = "Not allowed here now", titleJa = "この掲示板でいまは行えません")
class NotAllowedOnBoard extends Refusal {

    NotAllowedOnBoard(String action, List<String> allowed) {
        detail("It allows you no \"" + action + "\" now.", "この投稿・スレッドに、あなたの団体はいま " + action + " を行えません。");
        with("allowedActions", allowed);
    }
}
