package jp.kakawari.registry.webhook;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** An organisation has as many receivers as it may. */
@Problem(status = 409, code = "too-many-webhooks", title = "Too many webhooks", titleJa = "通知先が上限に達しています")
class TooManyWebhooks extends Refusal {

    TooManyWebhooks(int most) {
        detail(
                "An organisation may have %d webhooks. Delete one that you no longer need.".formatted(most),
                "通知先は1団体%d件までです。使っていないものを削除してください。".formatted(most));
    }
}
