package jp.kakawari.matching.supporter;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No such supporter, or none that the caller may act for: the answer does not tell which. */
@Problem(status = 404, code = "supporter-not-found", title = "Supporter not found", titleJa = "対象の関係人口（サポーター）が見つかりません")
public class SupporterNotFound extends Refusal {
    public SupporterNotFound() {
        detail("There is no such supporter for whom this token may act.", "このトークンで扱えるサポーターの中に見つかりません。");
    }
}
