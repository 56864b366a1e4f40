package jp.kakawari.registry.engagement;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** An account of points is never below zero. */
@Problem(status = 409, code = "not-enough-points", title = "Not enough points", titleJa = "ポイントが不足しています")
class NotEnoughPoints extends Refusal {

    NotEnoughPoints() {
        detail(
                "The account would be below zero: fewer points are left than this takes.",
                "ポイントの残高が不足しています（利用済みのポイントは取り消せません）。");
        with("allowedActions", List.of());
    }
}
