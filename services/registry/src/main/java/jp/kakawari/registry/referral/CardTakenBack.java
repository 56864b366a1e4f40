package jp.kakawari.registry.referral;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It was taken back already. */
@Problem(
        status = 409,
        code = "referral-card-taken-back",
        title = "Taken back already",
        titleJa = "この紹介カードの利用は取り消されています")
class CardTakenBack extends Refusal {

    CardTakenBack() {
        detail("Redeem the card again if it was right.", "正しい利用だった場合は、改めて紹介カードの利用を記録してください。");
        with("allowedActions", List.of());
    }
}
