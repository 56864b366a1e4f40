package jp.kakawari.web;

/** What can be wrong with an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07). */
final class IdempotencyProblems {
    private IdempotencyProblems() {}

    @Problem(
            status = 400,
            code = "idempotency-key-missing",
            title = "Idempotency-Key missing",
            titleJa = "Idempotency-Key がありません")
    static final class KeyMissing extends Refusal {
        KeyMissing() {
            detail(
                    "Send an Idempotency-Key header with a fresh UUID; repeat it when you repeat the request.",
                    "Idempotency-Key ヘッダーに新しい UUID を指定し、再送のときは同じ値を使ってください。");
            atParameter("Idempotency-Key", "is required", "必須です");
        }
    }

    @Problem(
            status = 422,
            code = "idempotency-key-reused",
            title = "Idempotency-Key reused",
            titleJa = "Idempotency-Key が使い回されています")
    static final class KeyReused extends Refusal {
        KeyReused() {
            detail(
                    "This key came with another body before. Use a fresh key for a new request.",
                    "このキーは別の内容で使われています。新しいリクエストには新しいキーを使ってください。");
        }
    }

    @Problem(status = 409, code = "idempotency-key-in-use", title = "Request still running", titleJa = "同じリクエストを処理中です")
    static final class StillRunning extends Refusal {
        StillRunning() {
            detail(
                    "The first request with this key is still running. Repeat this one in a moment.",
                    "同じキーの最初のリクエストを処理中です。少し待ってからやり直してください。");
        }
    }
}
