package jp.kakawari.registry.group;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A group has one chair. */
@Problem(status = 409, code = "chair-taken", title = "The group has a chair", titleJa = "会長・部会長は既にいます")
class ChairTaken extends Refusal {

    ChairTaken() {
        detail(
                "Give the present chair another role first, or send the whole list.",
                "先に現在の会長・部会長の役割を変更するか、名簿全体を送ってください。");
    }
}
