package jp.kakawari.registry.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Another member has that number already. */
@Problem(
        status = 409,
        code = "legal-entity-number-taken",
        title = "Legal entity number already listed",
        titleJa = "その法人番号の会員団体が既にあります")
class NumberTaken extends Refusal {

    NumberTaken() {
        detail("Another member organisation has this number.", "同じ法人番号の会員団体が既に登録されています。");
    }
}
