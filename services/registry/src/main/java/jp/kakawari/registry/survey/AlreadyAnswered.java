package jp.kakawari.registry.survey;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Everybody answers once. */
@Problem(status = 409, code = "already-answered", title = "Answered already", titleJa = "回答済みです")
class AlreadyAnswered extends Refusal {

    AlreadyAnswered() {
        detail("This survey was answered under this address already.", "このアドレスからの回答は受け付け済みです。");
    }
}
