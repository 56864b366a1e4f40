package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.admission.Eligibility;
import jp.kakawari.registry.admission.JoinRequest;
import jp.kakawari.registry.admission.Why;
import jp.kakawari.registry.membership.MembershipHistory.Action;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.supporter.Applicant;
import jp.kakawari.registry.supporter.Applicants;
import jp.kakawari.registry.tier.FollowTiers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * Somebody joins a scheme (入会), or applies where the policy asks for approval. All rules are asked under the locks of the person
 * and the scheme: caps are never exceeded, and numbers have no gap. A tie to the municipality begins with it.
 */
@ApplicationScoped
class JoinScheme {

    private final Applicants applicants;
    private final HoldScheme schemes;
    private final Memberships memberships;
    private final KeptAnswers answers;
    private final BeginTie ties;
    private final FollowTiers tiers;
    private final MembershipHistory history;
    private final ShowMemberships showing;
    private final Outbox outbox;
    private final Clock clock;

    JoinScheme(
            Applicants applicants,
            HoldScheme schemes,
            Memberships memberships,
            KeptAnswers answers,
            BeginTie ties,
            FollowTiers tiers,
            MembershipHistory history,
            ShowMemberships showing,
            Outbox outbox,
            Clock clock) {
        this.applicants = applicants;
        this.schemes = schemes;
        this.memberships = memberships;
        this.answers = answers;
        this.ties = ties;
        this.tiers = tiers;
        this.history = history;
        this.showing = showing;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    MembershipView join(SchemeCode code, JoinRequest request, Caller caller) {
        String own = caller.is(Roles.MUNICIPALITY) ? ownOf(caller, code) : null;
        Applicant applicant = applicants.heldFor(caller, request.supporter());
        Terms terms = schemes.inForce(code);
        if (!terms.open()) {
            throw new SchemeClosed();
        }
        String keeper = own != null ? own : keeper(terms, request);
        if (memberships.standing(terms.scheme(), applicant.id())) {
            throw new AlreadyMember();
        }
        List<Why> why =
                new Eligibility(terms, applicant, keeper).join(request, memberships.counts(terms, applicant.id()));
        Membership membership = Membership.applied(terms, keeper, applicant.id(), request.pledgeVersion(), why);
        return enter(membership, terms, request, caller);
    }

    private MembershipView enter(Membership membership, Terms terms, JoinRequest request, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        boolean waits = terms.joining().needsApproval();
        membership.began(today, clock.instant());
        if (waits) {
            membership.waits(clock.instant());
        } else {
            membership.admit(schemes.nextNumber(terms), terms, today, clock.instant());
        }
        memberships.persistAndFlush(membership);
        answers.keep(membership.id(), terms, request);
        history.add(membership, waits ? Action.APPLIED : Action.JOINED, caller);
        ties.begin(membership.supporter(), membership.municipality(), today);
        if (!waits) {
            outbox.append(membership.told());
            memberships.followLedger(membership, tiers);
        }
        return showing.to(caller, membership);
    }

    private String ownOf(Caller caller, SchemeCode code) {
        return caller.government().filter(own -> schemes.isRunBy(code, own)).orElseThrow(NotYours::new);
    }

    private static String keeper(Terms terms, JoinRequest request) {
        if (request.municipality() == null && terms.municipalities().size() == 1) {
            return terms.municipalities().getFirst();
        }
        if (request.municipality() == null
                || !terms.municipalities().contains(request.municipality().value())) {
            throw new InvalidBody()
                    .at("/municipality", "must be one of those who run the scheme", "この制度を運営する自治体のコードを指定してください");
        }
        return request.municipality().value();
    }
}
