package jp.kakawari.catalog.program;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Nobody could apply any more: publishing it would only disappoint. */
@Problem(status = 409, code = "application-window-over", title = "Application window over", titleJa = "募集期間が終わっています")
class WindowOver extends Refusal {
    WindowOver() {
        detail(
                "Its application window has ended; set a later applicationCloses first.",
                "募集終了日時を過ぎています。applicationCloses を変更してから公開してください。");
        with("allowedActions", List.of(Action.REVISE, Action.REMOVE));
    }
}
