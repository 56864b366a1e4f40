package jp.kakawari.registry.verification;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The code is not the one that was sent, is too old, or was tried too often: the answer doesn't tell which. */
@Problem(status = 422, code = "code-not-right", title = "The code is not right", titleJa = "確認コードが正しくありません")
class CodeNotRight extends Refusal {

    CodeNotRight() {
        detail(
                "The code is not right or no longer good; have another one sent.",
                "確認コードが正しくないか、有効期限が切れています。もう一度送信してください。");
        at("/code", "is not right", "正しくありません");
    }
}
