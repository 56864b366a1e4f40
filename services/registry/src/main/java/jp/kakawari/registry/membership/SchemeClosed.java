package jp.kakawari.registry.membership;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The scheme takes nobody any more. */
@Problem(status = 409, code = "scheme-closed", title = "The scheme takes no members", titleJa = "この制度は受付を終了しています")
class SchemeClosed extends Refusal {

    SchemeClosed() {
        detail("Those who run the scheme have closed it.", "運営者が受付を終了しています。");
        with("allowedActions", List.of());
    }
}
