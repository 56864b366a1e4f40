package jp.kakawari.web;

/** What HTTP itself refuses, in the same form as what the domain refuses. */
final class StandardProblems {
    private StandardProblems() {}

    @Problem(status = 400, code = "bad-request", title = "Bad request", titleJa = "リクエストが不正です")
    static final class BadRequest extends Refusal {
        BadRequest() {
            detail("The request can't be read.", "リクエストを読み取れません。");
        }
    }

    @Problem(status = 400, code = "body-missing", title = "Body missing", titleJa = "本文がありません")
    static final class BodyMissing extends Refusal {
        BodyMissing() {
            detail("The request needs a JSON body.", "JSON の本文が必要です。");
        }
    }

    @Problem(status = 401, code = "unauthenticated", title = "Token required", titleJa = "認証が必要です")
    static final class Unauthenticated extends Refusal {
        Unauthenticated() {
            detail(
                    "Send a valid access token: Authorization: Bearer <token>.",
                    "有効なアクセストークンを Authorization: Bearer <トークン> で指定してください。");
        }
    }

    @Problem(status = 403, code = "forbidden", title = "Forbidden", titleJa = "権限がありません")
    static final class Forbidden extends Refusal {
        Forbidden() {
            detail("The token lacks a role that may do this.", "このトークンの役割（ロール）ではこの操作はできません。");
        }
    }

    @Problem(status = 403, code = "scope-missing", title = "Scope missing", titleJa = "スコープが不足しています")
    static final class ScopeMissing extends Refusal {
        ScopeMissing(String scope) {
            detail("The token lacks the scope " + scope + ".", "このトークンにはスコープ " + scope + " がありません。");
            with("requiredScope", scope);
        }
    }

    @Problem(status = 405, code = "method-not-allowed", title = "Method not allowed", titleJa = "許可されていないメソッドです")
    static final class MethodNotAllowed extends Refusal {
        MethodNotAllowed() {
            detail("This address does not take this method; see Allow.", "このアドレスでは使えないメソッドです。Allow ヘッダーを見てください。");
        }
    }

    @Problem(status = 406, code = "not-acceptable", title = "Not acceptable", titleJa = "要求された形式では返せません")
    static final class NotAcceptable extends Refusal {
        NotAcceptable() {
            detail("None of the formats in Accept is offered here.", "Accept に指定された形式では返せません。");
        }
    }

    @Problem(status = 413, code = "body-too-large", title = "Body too large", titleJa = "本文が大きすぎます")
    static final class BodyTooLarge extends Refusal {
        BodyTooLarge(long limit) {
            detail("The body is larger than " + limit + " bytes.", "本文が上限（" + limit + " バイト）を超えています。");
            with("limit", limit);
        }
    }

    @Problem(status = 415, code = "unsupported-media-type", title = "Unsupported media type", titleJa = "対応していない形式です")
    static final class UnsupportedMediaType extends Refusal {
        UnsupportedMediaType() {
            detail("The Content-Type is not accepted here.", "この Content-Type は受け付けていません。");
        }
    }

    @Problem(status = 422, code = "invalid-character", title = "Invalid character", titleJa = "使えない文字があります")
    static final class InvalidCharacter extends Refusal {
        InvalidCharacter() {
            detail("Text may not contain NUL or broken characters.", "NUL 文字や壊れた文字は使えません。");
        }
    }

    @Problem(status = 422, code = "invalid-date", title = "Invalid date", titleJa = "日付が正しくありません")
    static final class InvalidDate extends Refusal {
        InvalidDate() {
            detail("A date or time can't be stored.", "扱えない日付・日時が含まれています。");
        }
    }

    @Problem(status = 429, code = "too-many-requests", title = "Too many requests", titleJa = "リクエストが多すぎます")
    static final class TooManyRequests extends Refusal {
        TooManyRequests(long seconds) {
            detail("Try again in " + seconds + " seconds.", seconds + " 秒後にやり直してください。");
        }
    }

    @Problem(status = 500, code = "internal-error", title = "Internal error", titleJa = "内部エラー")
    static final class InternalError extends Refusal {
        InternalError() {
            detail(
                    "Something went wrong on our side. Report the X-Request-Id of this answer.",
                    "サーバー側で問題が起きました。この応答の X-Request-Id を添えてお知らせください。");
        }
    }

    @Problem(status = 503, code = "temporarily-unavailable", title = "Temporarily unavailable", titleJa = "一時的に利用できません")
    static final class TemporarilyUnavailable extends Refusal {
        TemporarilyUnavailable() {
            detail("Try again in a few seconds.", "数秒後にやり直してください。");
        }
    }
}
