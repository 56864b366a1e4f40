package jp.kakawari.matching.application;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The program takes no more applications. */
@Problem(status = 409, code = "program-closed", title = "Program closed", titleJa = "募集を終了しています")
class ProgramClosed extends Refusal {
    ProgramClosed() {
        detail("The program takes no more applications.", "このプログラムの募集は終了しています。");
        with("allowedActions", List.of());
    }
}
