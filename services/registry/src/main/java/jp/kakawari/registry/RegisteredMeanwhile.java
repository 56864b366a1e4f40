package jp.kakawari.registry;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Of two first registrations at once the other one was faster. */
@Problem(status = 409, code = "registered-meanwhile", title = "Registered in the meantime", titleJa = "同時に登録されました")
public class RegisteredMeanwhile extends Refusal {

    public RegisteredMeanwhile() {
        detail(
                "Another request registered it at the same moment. Read it, and replace it by its revision.",
                "別のリクエストが同時に登録しました。読み取り直し、その版に対して更新してください。");
    }
}
