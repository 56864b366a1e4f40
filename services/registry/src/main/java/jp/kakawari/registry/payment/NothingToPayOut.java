package jp.kakawari.registry.payment;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Less than a yen is left. */
@Problem(status = 409, code = "nothing-to-pay-out", title = "Nothing to pay out", titleJa = "支払える還元金がありません")
class NothingToPayOut extends Refusal {

    NothingToPayOut() {
        detail("Less than one yen has accrued since.", "前回の支払い以降の還元額が1円に達していません。");
        with("allowedActions", List.of());
    }
}
