package jp.kakawari.matching.application;

import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The program takes the people of named organisations only, and none of these registered the supporter. */
@Problem(
        status = 422,
        code = "not-open-to-applicant",
        title = "Not open to this applicant",
        titleJa = "対象団体の方だけが応募できます")
class NotOpenToThem extends Refusal {
    NotOpenToThem(List<UUID> openTo) {
        detail(
                "Only people whom one of the organisations in openTo registered may apply.",
                "このプログラムに応募できるのは、対象団体（openTo）が登録した方だけです。");
        at("/supporter", "is not registered by one of these organisations", "対象団体が登録した方ではありません");
        with("openTo", openTo);
    }
}
