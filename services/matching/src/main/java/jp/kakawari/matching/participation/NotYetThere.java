package jp.kakawari.matching.participation;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Nobody can be checked in ahead of time. */
@Problem(status = 422, code = "checked-in-in-the-future", title = "Checked in in the future", titleJa = "受付日時が未来です")
class NotYetThere extends Refusal {
    NotYetThere() {
        detail("checkedInAt lies in the future.", "受付日時に未来の日時は指定できません。");
        at("/checkedInAt", "lies in the future", "未来の日時です");
    }
}
