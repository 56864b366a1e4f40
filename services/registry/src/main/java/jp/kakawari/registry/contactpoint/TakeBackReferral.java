package jp.kakawari.registry.contactpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** A government looks at what its contact point recorded, and takes back what was recorded by mistake (紹介の記録の取消). */
@ApplicationScoped
class TakeBackReferral {

    private final ContactPoints points;
    private final Referrals referrals;
    private final ActiveMembers active;
    private final Caller caller;
    private final Clock clock;

    TakeBackReferral(ContactPoints points, Referrals referrals, ActiveMembers active, Caller caller, Clock clock) {
        this.points = points;
        this.referrals = referrals;
        this.active = active;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    List<ReferralView> page(UUID point, PageRequest page) {
        mustBeServed(point);
        return referrals.page(point, page);
    }

    long count(UUID point) {
        return referrals.count(point);
    }

    /** It stays in the list, with the reason, and is counted no more. */
    @Transactional
    ReferralView takeBack(UUID point, UUID id, String reason) {
        mustBeServed(point);
        active.callerMustBeActive();
        ReferralView known = referrals.of(point, id).orElseThrow(NotFound::new);
        if (known.withdrawnAt() != null) {
            throw new ReferralWithdrawn();
        }
        referrals.withdraw(id, reason, caller.subject(), clock.instant());
        return referrals.of(point, id).orElseThrow(NotFound::new);
    }

    private void mustBeServed(UUID point) {
        points.findByIdOptional(point).orElseThrow(NotFound::new).mustServe(caller);
    }
}
