package jp.kakawari.web;

/** There is nothing here, or nothing that this caller may know of. */
@Problem(status = 404, code = "not-found", title = "Not found", titleJa = "見つかりません")
public class NotFound extends Refusal {
    public NotFound() {
        this("There is nothing at this address for you.", "指定された情報は存在しないか、公開されていません。");
    }

    public NotFound(String en, String ja) {
        detail(en, ja);
    }
}
