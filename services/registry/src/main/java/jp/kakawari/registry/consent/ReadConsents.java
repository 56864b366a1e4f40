package jp.kakawari.registry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/** A person's own consents and how they came about (本人の同意一覧・履歴). */
@ApplicationScoped
class ReadConsents {

    private final Consents consents;
    private final Caller caller;

    ReadConsents(Consents consents, Caller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    List<ConsentView> own(Consents.Filter filter, PageRequest page) {
        return consents.page(me(), filter, page);
    }

    long countOwn(Consents.Filter filter) {
        return consents.count(me(), filter);
    }

    List<ConsentStep> ownSteps(PageRequest page) {
        return consents.steps(me(), page);
    }

    long countOwnSteps() {
        return consents.countSteps(me());
    }

    UUID me() {
        return caller.supporter().orElseThrow(NotYours::new);
    }
}
