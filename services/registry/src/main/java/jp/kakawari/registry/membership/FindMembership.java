package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;

/** For whoever has to do with a membership elsewhere: whether the caller may see it. */
@ApplicationScoped
public class FindMembership {

    private final MembershipDesk desk;

    FindMembership(MembershipDesk desk) {
        this.desk = desk;
    }

    /** To whoever may not see it there is none. */
    public void mustBeSeen(Caller caller, SchemeCode scheme, UUID membership) {
        desk.seen(caller, scheme, membership);
    }
}
