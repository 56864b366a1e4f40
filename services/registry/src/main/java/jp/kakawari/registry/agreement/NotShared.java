package jp.kakawari.registry.agreement;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The agreement is not in force, or shares something else. */
@Problem(status = 403, code = "not-shared", title = "Not shared by this agreement", titleJa = "この協定では共有されていません")
class NotShared extends Refusal {

    NotShared(AgreementState state) {
        detail("This agreement (" + state + ") shares no such data now.", "この協定（" + state + "）では、いまこの情報は共有されていません。");
    }
}
