package jp.kakawari.registry.membership;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.admission.Eligibility;
import jp.kakawari.registry.membership.Memberships.Place;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.supporter.Applicant;
import jp.kakawari.registry.supporter.Applicants;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Roles;

/**
 * Who may look at a membership or change it (会員の窓口): the person, the organisation that registered them, and the municipality
 * that keeps it. To all others it does not exist. Whatever is changed is held: supporter, scheme, membership, in this order.
 */
@ApplicationScoped
class MembershipDesk {

    private final Memberships memberships;
    private final Applicants applicants;
    private final HoldScheme schemes;
    private final Clock clock;

    MembershipDesk(Memberships memberships, Applicants applicants, HoldScheme schemes, Clock clock) {
        this.memberships = memberships;
        this.applicants = applicants;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Where it is, for whoever may know that there is one. */
    Place seen(Caller caller, SchemeCode scheme, UUID id) {
        Place place = memberships.place(scheme.value(), id).orElseThrow(NotFound::new);
        if (!keeps(caller, place.municipality()) && !applicants.mayHandle(caller, place.supporter())) {
            throw new NotFound();
        }
        return place;
    }

    /** Where it is, for the municipality that keeps it. */
    Place kept(Caller caller, SchemeCode scheme, UUID id) {
        return memberships
                .place(scheme.value(), id)
                .filter(place -> keeps(caller, place.municipality()))
                .orElseThrow(NotFound::new);
    }

    static boolean keeps(Caller caller, String municipality) {
        return caller.is(Roles.MUNICIPALITY)
                && caller.government().filter(municipality::equals).isPresent();
    }

    /** A membership with its member, its terms and what the caller may do with it, nobody else's until the transaction ends. */
    record Held(Membership membership, Applicant member, Terms terms, List<String> allowed) {

        void mustAllow(String action) {
            if (!allowed.contains(action)) {
                throw new MembershipStands(allowed);
            }
        }
    }

    @Transactional(MANDATORY)
    Held hold(Caller caller, Place place) {
        Applicant member = applicants.held(place.supporter());
        Terms terms = schemes.version(place.scheme(), place.policy());
        Membership membership = memberships.held(place.id());
        List<String> allowed = MembershipRules.of(terms, takes(membership, terms))
                .allow(membership, keeps(caller, place.municipality()), LocalDate.now(clock));
        return new Held(membership, member, terms, allowed);
    }

    /** Whether the scheme would take an applicant now. */
    private boolean takes(Membership membership, Terms terms) {
        return membership.state() == MembershipState.PENDING
                && terms.open()
                && !memberships.active(membership.scheme(), membership.supporter())
                && Eligibility.hasRoom(terms, memberships.counts(terms, membership.supporter()));
    }
}
