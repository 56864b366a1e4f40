package jp.kakawari.registry.group;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The group was dissolved, or was not. */
@Problem(
        status = 409,
        code = "group-not-allowed-now",
        title = "Not allowed for this group now",
        titleJa = "このグループにはいま行えません")
class NotAllowedForGroup extends Refusal {

    NotAllowedForGroup(List<String> allowed) {
        detail("As the group stands, this can't be done with it.", "グループの現在の状態では、この操作はできません。");
        with("allowedActions", allowed);
    }
}
