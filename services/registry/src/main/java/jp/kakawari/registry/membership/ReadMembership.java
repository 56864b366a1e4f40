package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/** A membership and its history, for whoever may see it (会員資格の閲覧), and a person's own ones. */
@ApplicationScoped
class ReadMembership {

    private final MembershipDesk desk;
    private final Memberships memberships;
    private final MembershipHistory history;
    private final ShowMemberships showing;

    ReadMembership(MembershipDesk desk, Memberships memberships, MembershipHistory history, ShowMemberships showing) {
        this.desk = desk;
        this.memberships = memberships;
        this.history = history;
        this.showing = showing;
    }

    @Transactional
    MembershipView read(Caller caller, SchemeCode scheme, UUID id) {
        desk.seen(caller, scheme, id);
        return showing.to(caller, memberships.findById(id));
    }

    @Transactional
    List<MembershipHistory.Entry> history(Caller caller, SchemeCode scheme, UUID id, PageRequest page) {
        desk.seen(caller, scheme, id);
        return history.page(id, page);
    }

    /** Of a membership that the caller was found to see. */
    long historyCount(UUID id) {
        return history.count(id);
    }

    @Transactional
    List<MembershipView> ownOf(Caller caller, PageRequest page) {
        UUID me = caller.supporter().orElseThrow(NotYours::new);
        return showing.to(caller, memberships.pageOf(me, page));
    }

    long countOwnOf(Caller caller) {
        return memberships.count("supporter", caller.supporter().orElseThrow(NotYours::new));
    }
}
