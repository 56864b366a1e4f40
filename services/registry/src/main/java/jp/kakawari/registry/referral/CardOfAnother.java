package jp.kakawari.registry.referral;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The card was redeemed for another member. */
@Problem(status = 409, code = "referral-card-of-another", title = "Redeemed otherwise", titleJa = "別の会員の紹介カードとして使用済みです")
class CardOfAnother extends Refusal {

    CardOfAnother() {
        detail("It counts for another member already.", "この紹介カードは別の会員のものとして使われています。番号を確認してください。");
        with("allowedActions", List.of());
    }
}
