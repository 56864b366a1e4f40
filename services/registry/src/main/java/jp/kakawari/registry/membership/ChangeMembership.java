package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.admission.Eligibility;
import jp.kakawari.registry.admission.JoinRequest;
import jp.kakawari.registry.membership.MembershipDesk.Held;
import jp.kakawari.registry.membership.MembershipHistory.Action;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.tier.FollowTiers;
import jp.kakawari.web.Caller;

/**
 * What becomes of a membership once there is one: approval or rejection (審査), renewal (更新), consent to a new policy (再同意),
 * withdrawal (退会). Each is told and kept in its history.
 */
@ApplicationScoped
class ChangeMembership {

    private final MembershipDesk desk;
    private final Memberships memberships;
    private final KeptAnswers answers;
    private final HoldScheme schemes;
    private final BeginTie ties;
    private final FollowTiers tiers;
    private final MembershipHistory history;
    private final ShowMemberships showing;
    private final Outbox outbox;
    private final Clock clock;

    ChangeMembership(
            MembershipDesk desk,
            Memberships memberships,
            KeptAnswers answers,
            HoldScheme schemes,
            BeginTie ties,
            FollowTiers tiers,
            MembershipHistory history,
            ShowMemberships showing,
            Outbox outbox,
            Clock clock) {
        this.desk = desk;
        this.memberships = memberships;
        this.answers = answers;
        this.schemes = schemes;
        this.ties = ties;
        this.tiers = tiers;
        this.history = history;
        this.showing = showing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The municipality that keeps it admits an applicant, for whom there must be room, or does not. */
    @Transactional
    MembershipView decide(Caller caller, SchemeCode scheme, UUID id, boolean approve) {
        Held held = desk.hold(caller, desk.kept(caller, scheme, id));
        Membership membership = held.membership();
        held.mustAllow("reject");
        if (!approve) {
            membership.reject(clock.instant());
            return done(membership, Action.REJECTED, caller);
        }
        if (!held.terms().open()) {
            throw new SchemeClosed();
        }
        if (memberships.active(membership.scheme(), membership.supporter())) {
            throw new AlreadyMember();
        }
        new Eligibility(held.terms(), held.member(), membership.municipality())
                .admit(memberships.counts(held.terms(), membership.supporter()));
        membership.admit(schemes.nextNumber(held.terms()), held.terms(), today(), clock.instant());
        return done(membership, Action.APPROVED, caller);
    }

    /** For another time of the policy that was agreed to; where the member lives now is looked at again. */
    @Transactional
    MembershipView renew(Caller caller, SchemeCode scheme, UUID id) {
        Held held = desk.hold(caller, desk.seen(caller, scheme, id));
        held.mustAllow("renew");
        new Eligibility(held.terms(), held.member(), held.membership().municipality()).renew();
        held.membership().renew(held.terms(), today(), clock.instant());
        return done(held.membership(), Action.RENEWED, caller);
    }

    /** To the policy in force: from now on it is theirs. Whoever keeps the membership now is tied to them. */
    @Transactional
    MembershipView agree(Caller caller, SchemeCode scheme, UUID id, JoinRequest request) {
        Held held = desk.hold(caller, desk.seen(caller, scheme, id));
        Membership membership = held.membership();
        held.mustAllow("consent");
        Terms terms = schemes.inForce(scheme);
        var why = new Eligibility(terms, held.member(), membership.municipality()).agree(request);
        String tier = membership.tier();
        membership.agree(terms, request.pledgeVersion(), why, clock.instant());
        ties.begin(membership.supporter(), membership.municipality(), today());
        memberships.flush();
        answers.keep(membership.id(), terms, request);
        history.add(membership, Action.CONSENTED, caller, tier, null);
        outbox.append(membership.told());
        memberships.followLedger(membership, tiers);
        return showing.to(caller, membership);
    }

    /** Whoever withdraws an application leaves nothing to tell. */
    @Transactional
    MembershipView withdraw(Caller caller, SchemeCode scheme, UUID id) {
        Held held = desk.hold(caller, desk.seen(caller, scheme, id));
        held.mustAllow("withdraw");
        Membership membership = held.membership();
        membership.withdraw(today(), clock.instant());
        return done(membership, Action.WITHDREW, caller);
    }

    private MembershipView done(Membership membership, Action action, Caller caller) {
        memberships.flush();
        history.add(membership, action, caller);
        if (membership.number() != null) {
            outbox.append(membership.told());
            memberships.followLedger(membership, tiers);
        }
        return showing.to(caller, membership);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
