package jp.kakawari.registry.fund;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No more goes out than is there. */
@Problem(status = 409, code = "fund-spent", title = "Not enough in the fund", titleJa = "基金の残高が不足しています")
class FundSpent extends Refusal {

    FundSpent(long balance) {
        detail("There are %,d yen in it.".formatted(balance), "残高は%,d円です。".formatted(balance));
        with("allowedActions", FundView.ACTIONS);
    }
}
