package jp.kakawari.registry.group;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A council whose committees still stand is not dissolved. */
@Problem(status = 409, code = "group-has-committees", title = "The group has committees", titleJa = "部会のある協議会です")
class CommitteesStand extends Refusal {

    CommitteesStand() {
        detail("Dissolve its committees first.", "先に部会を廃止してください。");
        with("allowedActions", List.of("change", "change-members"));
    }
}
