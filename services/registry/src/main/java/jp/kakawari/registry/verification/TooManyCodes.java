package jp.kakawari.registry.verification;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The address got all the codes that it gets in a day, whoever asked for them. */
@Problem(status = 429, code = "too-many-codes", title = "Too many codes", titleJa = "確認コードの送信回数の上限です")
class TooManyCodes extends Refusal {

    TooManyCodes(int most) {
        detail("An address gets at most " + most + " codes a day.", "確認コードは1日%d回までです。明日もう一度お試しください。".formatted(most));
    }
}
