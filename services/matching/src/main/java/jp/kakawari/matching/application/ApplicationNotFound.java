package jp.kakawari.matching.application;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No such application, or one that is not the caller's: the answer does not tell which. */
@Problem(status = 404, code = "application-not-found", title = "Application not found", titleJa = "応募が見つかりません")
class ApplicationNotFound extends Refusal {
    ApplicationNotFound() {
        detail("There is no such application that this token may see.", "このトークンで扱える応募の中に見つかりません。");
    }
}
