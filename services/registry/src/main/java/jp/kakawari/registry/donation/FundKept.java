package jp.kakawari.registry.donation;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** What was given stays in the fund for which it was given. */
@Problem(status = 409, code = "fund-kept", title = "The fund can't be another one", titleJa = "基金は変更できません")
class FundKept extends Refusal {

    FundKept() {
        detail(
                "Donations were recorded for this project; its fund stays the one for which they were given.",
                "このプロジェクトには寄附の記録があるため、基金を変更できません。");
        with("allowedActions", List.of());
    }
}
