package jp.kakawari.web;

/** The caller is known, but the thing belongs to somebody else. */
@Problem(status = 403, code = "not-yours", title = "Not yours", titleJa = "権限の範囲外です")
public class NotYours extends Refusal {
    public NotYours() {
        detail("The token does not act for the owner of this resource.", "このトークンの団体・利用者には、この情報を扱う権限がありません。");
    }
}
