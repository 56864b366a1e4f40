package jp.kakawari.registry.contactpoint;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It was taken back already. */
@Problem(status = 409, code = "referral-withdrawn", title = "Taken back already", titleJa = "この紹介の記録は取り消されています")
class ReferralWithdrawn extends Refusal {

    ReferralWithdrawn() {
        detail("Record it anew if it was right.", "正しい記録だった場合は、改めて記録してください。");
        with("allowedActions", List.of());
    }
}
