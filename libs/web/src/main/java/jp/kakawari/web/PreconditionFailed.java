package jp.kakawari.web;

/** Somebody changed the resource since the caller read it. */
@Problem(status = 412, code = "changed-meanwhile", title = "Changed meanwhile", titleJa = "ほかの人が先に更新しました")
class PreconditionFailed extends Refusal {
    PreconditionFailed() {
        detail(
                "The resource has changed since it was read; read it again and repeat the change.",
                "読み取り後に更新されています。もう一度読み取ってからやり直してください。");
    }

    PreconditionFailed(long revision) {
        this();
        with("currentETag", "\"" + revision + "\"");
    }
}
