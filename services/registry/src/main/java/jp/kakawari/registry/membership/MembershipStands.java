package jp.kakawari.registry.membership;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** As a membership stands, that can't be done with it. */
@Problem(status = 409, code = "membership-stands", title = "Not possible as it stands", titleJa = "現在の状態ではできません")
class MembershipStands extends Refusal {

    MembershipStands(List<String> allowedActions) {
        detail("As the membership stands, this can't be done.", "会員資格の現在の状態では、この操作はできません。");
        with("allowedActions", allowedActions);
    }
}
