package jp.kakawari.registry.officer;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A municipality has at most one CKO at a time. */
@Problem(status = 409, code = "office-held", title = "Office already held", titleJa = "その役職には在任者がいます")
class OfficeHeld extends Refusal {

    OfficeHeld() {
        detail(
                "Another CKO's term overlaps this one. End that term first (termUntil).",
                "任期の重なる CKO がいます。先にその任期の終了日（termUntil）を設定してください。");
    }
}
