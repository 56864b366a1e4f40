package jp.kakawari.web;

/** A path, query or header parameter that can't be read. */
@Problem(status = 400, code = "invalid-parameter", title = "Invalid parameter", titleJa = "パラメータが不正です")
public class InvalidParameter extends Refusal {
    InvalidParameter() {
        detail("Correct the parameters listed in errors.", "errors に示したパラメータを直してください。");
    }

    public InvalidParameter(String name, String en, String ja) {
        detail("Parameter " + name + " " + en + ".", "パラメータ " + name + ": " + ja + "。");
        atParameter(name, en, ja);
    }
}
