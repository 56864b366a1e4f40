package jp.kakawari.web;

/** A change without {@code If-Match} could overwrite somebody else's. */
@Problem(status = 428, code = "if-match-required", title = "If-Match required", titleJa = "If-Match が必要です")
class PreconditionRequired extends Refusal {
    PreconditionRequired() {
        detail("Send If-Match with the ETag of the version that you read.", "読み取ったときの ETag を If-Match ヘッダーに指定してください。");
        atParameter("If-Match", "is required", "必須です");
    }
}
