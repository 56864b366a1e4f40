package jp.kakawari.registry.survey;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It takes no answers any more: its last day is over, or its municipality closed it before. */
@Problem(status = 409, code = "survey-closed", title = "The survey is closed", titleJa = "アンケートは締め切りました")
class SurveyClosed extends Refusal {

    SurveyClosed() {
        detail("This survey takes no answers any more.", "このアンケートは回答の受付を終了しています。");
    }
}
