package jp.kakawari.registry.subscription;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The supporter has no tie to the municipality any more. */
@Problem(status = 409, code = "tie-over", title = "No longer a supporter", titleJa = "関わりが終了しています")
class TieOver extends Refusal {

    TieOver() {
        detail(
                "Their tie to your municipality has ended; no payment takes it up again.",
                "この方と自治体との関わりは終了しています。支払いの記録によって再開することはできません。");
        with("allowedActions", List.of("end"));
    }
}
