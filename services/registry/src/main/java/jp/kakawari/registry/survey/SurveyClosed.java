package jp.kakawari.registry.survey;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Its last day is over. */
@Problem(status = 409, code = "survey-closed", title = "The survey is closed", titleJa = "アンケートは締め切りました")
class SurveyClosed extends Refusal {

    SurveyClosed() {
        detail("Answers were taken until its closing day.", "回答の締切を過ぎています。");
    }
}
