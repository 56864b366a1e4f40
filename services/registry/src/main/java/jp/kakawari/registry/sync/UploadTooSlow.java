package jp.kakawari.registry.sync;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The body comes so slowly that others would wait for it. */
@Problem(status = 408, code = "upload-too-slow", title = "Upload too slow", titleJa = "送信が遅すぎます")
class UploadTooSlow extends Refusal {

    UploadTooSlow() {
        detail(
                "The list came too slowly. Nothing was changed; send it again over a faster connection, or in parts.",
                "データの受信に時間がかかりすぎました。何も変更されていません。通信環境を確認するか、名簿を分けて、もう一度送信してください。");
    }
}
