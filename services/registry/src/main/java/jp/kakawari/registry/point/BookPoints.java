package jp.kakawari.registry.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.registry.engagement.Fact;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.engagement.Points;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.membership.FindMembership.Member;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;

/**
 * A member earns or uses points (ポイントの付与・利用) at one of those who run the scheme: an entry of the ledger of whoever keeps the
 * membership, once for each transaction of who books. However many use them at once, no more are used than there are.
 */
@ApplicationScoped
class BookPoints {

    private static final String SOURCE = "points";

    private final FindMembership memberships;
    private final Ledger ledger;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    BookPoints(FindMembership memberships, Ledger ledger, ActiveMembers activeMembers, Clock clock) {
        this.memberships = memberships;
        this.ledger = ledger;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    /** What was booked, whether just now, and what is on the account then. */
    record Booked(UUID engagement, boolean isNew, Points points) {}

    @Transactional
    Booked book(Caller caller, SchemeCode scheme, UUID membership, PointBooking booking) {
        activeMembers.callerMustBeActive();
        LocalDate today = LocalDate.now(clock);
        booking.check(today);
        Member member = heldMember(caller, scheme, membership);
        String own = caller.government().orElseThrow(NotFound::new);
        Ledger.Entered entered = ledger.enter(Fact.attested(
                        member.supporter(),
                        member.municipality(),
                        booking.activity() == null ? Activity.DINING_AND_SHOPPING : booking.activity(),
                        booking.occurredOn() == null ? today : booking.occurredOn(),
                        BigDecimal.valueOf(booking.signed()),
                        Unit.POINTS,
                        own.equals(member.municipality()) ? SOURCE : SOURCE + "/" + own,
                        scheme + "/" + booking.sourceTransaction(),
                        caller.organization().orElse(null))
                .bookedOn(scheme.value()));
        Points points = ledger.points(member.supporter(), scheme.value());
        if (entered.isNew()) {
            points.mustCover();
        }
        return new Booked(entered.view().id(), entered.isNew(), points);
    }

    /** Who leaves meanwhile waits, or has left. */
    private Member heldMember(Caller caller, SchemeCode scheme, UUID membership) {
        ledger.hold(List.of(memberships.ofRunner(caller, scheme, membership).supporter()));
        return memberships.ofRunner(caller, scheme, membership);
    }

    /** For the person, whoever registered them and the municipality that keeps the membership. */
    @Transactional
    Points read(Caller caller, SchemeCode scheme, UUID membership) {
        return ledger.points(memberships.seen(caller, scheme, membership).supporter(), scheme.value());
    }
}
