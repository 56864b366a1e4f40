package jp.kakawari.matching.application;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Every place is held. */
@Problem(status = 409, code = "program-full", title = "Program full", titleJa = "定員に達しています")
class ProgramFull extends Refusal {
    ProgramFull(int places) {
        detail("All " + places + " places are held.", "定員" + places + "名に達しています。");
        with("places", places);
    }
}
