package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.membership.Memberships.Place;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;

/** For whoever has to do with a membership elsewhere: whether the caller may see it. */
@ApplicationScoped
public class FindMembership {

    private final MembershipDesk desk;
    private final Memberships memberships;
    private final HoldScheme schemes;
    private final Clock clock;

    FindMembership(MembershipDesk desk, Memberships memberships, HoldScheme schemes, Clock clock) {
        this.desk = desk;
        this.memberships = memberships;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Whose it is, who keeps it and which version of the policy they have. */
    public record Member(UUID membership, UUID supporter, String municipality, int policy) {}

    /** For whoever may see it. */
    public Member seen(Caller caller, SchemeCode scheme, UUID membership) {
        Place place = desk.seen(caller, scheme, membership);
        return new Member(membership, place.supporter(), place.municipality(), place.policy());
    }

    /** For one of those who run the scheme, whose cards work with all of them; it must hold today. */
    public Member ofRunner(Caller caller, SchemeCode scheme, UUID membership) {
        String own = caller.government().orElseThrow(NotFound::new);
        Place place = memberships
                .place(scheme.value(), membership)
                .filter(found -> schemes.isRunBy(scheme, own))
                .orElseThrow(NotFound::new);
        if (!memberships.holds(membership, LocalDate.now(clock))) {
            throw new MembershipOver();
        }
        return new Member(membership, place.supporter(), place.municipality(), place.policy());
    }

    /** For a municipality that keeps it or runs the scheme, whether or not it holds. */
    public Member atDesk(Caller caller, SchemeCode scheme, UUID membership) {
        String own = caller.government().orElseThrow(NotFound::new);
        Place place = memberships
                .place(scheme.value(), membership)
                .filter(found -> own.equals(found.municipality()) || schemes.isRunBy(scheme, own))
                .orElseThrow(NotFound::new);
        return new Member(membership, place.supporter(), place.municipality(), place.policy());
    }

    /** To whoever may not see it there is none. */
    public void mustBeSeen(Caller caller, SchemeCode scheme, UUID membership) {
        desk.seen(caller, scheme, membership);
    }
}
