package jp.kakawari.matching.application;

import java.util.Set;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The offer was not taken in time; its place goes to the next one. */
@Problem(status = 409, code = "offer-expired", title = "Offer expired", titleJa = "回答期限を過ぎました")
class OfferExpired extends Refusal {
    OfferExpired(Set<Action> allowed) {
        detail("The hold of the offered place has expired.", "内定の回答期限を過ぎたため、受諾できません。");
        with("allowedActions", allowed);
    }
}
