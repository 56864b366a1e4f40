package jp.kakawari.registry.subscription;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It has ended. */
@Problem(status = 409, code = "subscription-over", title = "Ended already", titleJa = "終了した継続支援です")
class SubscriptionOver extends Refusal {

    SubscriptionOver() {
        detail("Nothing is paid for a day after its end, and it ends once.", "終了日より後の支払いは記録できません。終了は一度だけです。");
        with("allowedActions", List.of());
    }
}
