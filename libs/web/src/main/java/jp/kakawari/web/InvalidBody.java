package jp.kakawari.web;

/** A body that was understood but breaks a rule; {@link #at} names each place. */
@Problem(status = 422, code = "invalid-body", title = "Invalid content", titleJa = "内容に誤りがあります")
public class InvalidBody extends Refusal {
    public InvalidBody() {
        detail("The content breaks the rules listed in errors.", "errors に示した項目を直してください。");
    }
}
