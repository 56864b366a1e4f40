package jp.kakawari.registry.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Another list of this municipality is being received or merged. */
@Problem(status = 409, code = "sync-running", title = "Another sync is running", titleJa = "別の名簿を処理中です")
class SyncRunning extends Refusal {

    SyncRunning(Optional<UUID> running) {
        detail(
                "Another list of this municipality is being processed. Follow it and send this one when it is done.",
                "この自治体の別の名簿を処理しています。完了してから送信してください。");
        running.ifPresent(id -> with("running", id));
        with("allowedActions", List.of("follow", "sendLater"));
    }
}
