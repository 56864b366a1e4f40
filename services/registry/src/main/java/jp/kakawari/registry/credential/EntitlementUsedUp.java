package jp.kakawari.registry.credential;

import java.util.List;
import jp.kakawari.registry.scheme.Entitlement;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** As often as the policy allows it was used already. */
@Problem(status = 409, code = "entitlement-used-up", title = "Used already", titleJa = "すでに利用済みです")
class EntitlementUsedUp extends Refusal {

    EntitlementUsedUp(Entitlement entitlement) {
        detail(
                "It may be used %d times, and was.".formatted(entitlement.times()),
                "利用できる回数（%d回）に達しています。".formatted(entitlement.times()));
        with("allowedActions", List.of());
    }
}
