package jp.kakawari.registry.survey;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Nobody was asked: it is a draft, or its letter was cancelled before any went out. */
@Problem(status = 409, code = "survey-not-sent", title = "The survey was not sent", titleJa = "アンケートは未配信です")
class NotSentYet extends Refusal {

    NotSentYet() {
        detail("A survey can be closed once it was sent.", "配信していないアンケートは締め切れません。");
    }
}
