package jp.kakawari.matching.need;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No such need, or none that the caller may look for helpers for: the answer does not tell which. */
@Problem(status = 404, code = "need-not-found", title = "Need not found", titleJa = "対象の困りごとが見つかりません")
public class NeedNotFound extends Refusal {
    public NeedNotFound() {
        detail("There is no such need for which this token may look for helpers.", "このトークンで扱える困りごとの中に見つかりません。");
    }
}
