package jp.kakawari.registry.membership;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It ended, or is not valid today. */
@Problem(status = 409, code = "membership-over", title = "Not a member now", titleJa = "現在有効な会員ではありません")
class MembershipOver extends Refusal {

    MembershipOver() {
        detail("The membership is not active or not valid today.", "退会済みか、有効期間外の会員です。");
        with("allowedActions", List.of());
    }
}
