package jp.kakawari.registry.group;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A committee hangs under a council that was dissolved. */
@Problem(status = 409, code = "council-dissolved", title = "Its council was dissolved", titleJa = "上位の協議会が廃止されています")
class CouncilDissolved extends Refusal {

    CouncilDissolved() {
        detail("Restore the council first.", "先に協議会の廃止を取り消してください。");
    }
}
