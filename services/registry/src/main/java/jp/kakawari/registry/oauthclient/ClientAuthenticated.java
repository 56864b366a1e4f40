package jp.kakawari.registry.oauthclient;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The organisation has a secret or keys of its own: nobody else gives out codes for them any more. */
@Problem(
        status = 409,
        code = "client-authenticated",
        title = "The member has authenticated its client",
        titleJa = "会員団体がすでに認証情報を設定しています")
class ClientAuthenticated extends Refusal {

    ClientAuthenticated() {
        detail(
                "The organisation took a secret or registered keys; with its token it takes new ones itself. Where it lost them, recover its client and say why.",
                "団体がシークレットの発行または公開鍵の登録を済ませています。更新は団体自身がトークンで行います。紛失した場合は、理由を付けて再設定（client-recovery）を行ってください。");
        with("allowedActions", List.of());
    }
}
