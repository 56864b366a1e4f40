package jp.kakawari.registry.oauthclient;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The organisation is not admitted yet, is suspended or has left, and so has its client. */
@Problem(status = 409, code = "client-disabled", title = "Client disabled", titleJa = "クライアントは停止中です")
class ClientDisabled extends Refusal {

    ClientDisabled() {
        detail("Only an active member gets a secret or registers keys.", "活動中の会員団体だけがシークレットの発行や公開鍵の登録を行えます。");
        with("allowedActions", List.of());
    }
}
