package jp.kakawari.registry.credential;

import java.util.List;
import jp.kakawari.registry.scheme.Entitlement;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The member has not referred as many as it takes. */
@Problem(status = 409, code = "entitlement-not-earned", title = "Not earned yet", titleJa = "まだ付与されていない特典です")
class EntitlementNotEarned extends Refusal {

    EntitlementNotEarned(Entitlement entitlement) {
        detail(
                "It takes %d redeemed referral cards.".formatted(entitlement.afterReferrals()),
                "紹介カードが%d枚使われると付与されます。".formatted(entitlement.afterReferrals()));
        with("allowedActions", List.of());
    }
}
