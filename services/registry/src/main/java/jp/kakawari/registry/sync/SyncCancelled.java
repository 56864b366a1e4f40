package jp.kakawari.registry.sync;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Somebody cancelled this list while it was being received. */
@Problem(status = 409, code = "sync-cancelled", title = "Sync cancelled", titleJa = "同期は取り消されました")
class SyncCancelled extends Refusal {

    SyncCancelled() {
        detail("This sync was cancelled while the list came in. Nothing was changed.", "受信中に取り消されました。何も変更されていません。");
        with("allowedActions", List.of("sendAgain"));
    }
}
