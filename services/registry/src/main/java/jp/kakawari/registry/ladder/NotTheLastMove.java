package jp.kakawari.registry.ladder;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Only somebody's last move can be taken back: what came after one builds on it. */
@Problem(status = 409, code = "not-the-last-move", title = "Not the last move", titleJa = "最後の移動ではありません")
class NotTheLastMove extends Refusal {

    NotTheLastMove() {
        detail("Take back later moves of this supporter first.", "取り消せるのは、その方の最後の移動だけです。");
    }
}
