package jp.kakawari.registry.contactpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;

/**
 * A government that is an active member opens a contact point, wherever that stands, states it anew and counts whom it
 * introduced (窓口の登録・紹介の記録).
 */
@ApplicationScoped
class StateContactPoint {

    private final ContactPoints points;
    private final ActiveMembers active;
    private final Caller caller;
    private final Clock clock;

    StateContactPoint(ContactPoints points, ActiveMembers active, Caller caller, Clock clock) {
        this.points = points;
        this.active = active;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ContactPointView open(ContactPointRequest request) {
        request.check();
        active.callerMustBeActive();
        ContactPoint point = new ContactPoint(NewId.next(), government());
        point.become(request, clock.instant());
        points.persistAndFlush(point);
        return point.view(0, caller);
    }

    @Transactional
    ContactPointView state(UUID id, ContactPointRequest request, String ifMatch) {
        ContactPoint point = points.held(id).orElseThrow(NotFound::new);
        point.mustServe(caller);
        active.callerMustBeActive();
        ETags.mustMatch(ifMatch, point.revision());
        request.check();
        point.become(request, clock.instant());
        return counted(point);
    }

    @Transactional
    ContactPointView refer(UUID id, ReferralRequest request) {
        ContactPoint point = points.findByIdOptional(id).orElseThrow(NotFound::new);
        point.mustServe(caller);
        active.callerMustBeActive();
        request.check(LocalDate.now(clock));
        points.refer(NewId.next(), id, request, clock.instant());
        return counted(point);
    }

    private ContactPointView counted(ContactPoint point) {
        return point.view(points.referred(List.of(point)).getOrDefault(point.id(), 0L), caller);
    }

    private String government() {
        return caller.government().orElseThrow(NotYours::new);
    }
}
