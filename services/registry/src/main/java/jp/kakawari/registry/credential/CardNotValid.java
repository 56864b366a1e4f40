package jp.kakawari.registry.credential;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The card shows no membership that holds today. */
@Problem(status = 409, code = "credential-not-valid", title = "The card isn't valid", titleJa = "会員証は有効ではありません")
class CardNotValid extends Refusal {

    CardNotValid() {
        detail("It was revoked, or the membership has ended or is over.", "失効しているか、会員資格が終了、または有効期限を過ぎています。");
        with("allowedActions", List.of());
    }
}
