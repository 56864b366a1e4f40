package jp.kakawari.registry.verification;

import java.time.Duration;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A code is on its way; another one may be asked for a little later. */
@Problem(status = 409, code = "code-sent-already", title = "A code was sent already", titleJa = "確認コードは送信済みです")
class CodeSentAlready extends Refusal {

    CodeSentAlready(Duration wait) {
        detail(
                "A code was sent less than " + wait.toSeconds() + " seconds ago.",
                "確認コードは送信済みです。%d秒たってから再送してください。".formatted(wait.toSeconds()));
    }
}
