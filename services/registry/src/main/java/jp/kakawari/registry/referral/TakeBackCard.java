package jp.kakawari.registry.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.membership.FindMembership.Member;
import jp.kakawari.registry.membership.GiveBenefit;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/**
 * A card that was redeemed by mistake counts no more and may be redeemed again (紹介カードの利用の取消): by the municipality that
 * redeemed it or keeps the membership. A benefit that was reached with it, by the policy of now, is taken back unless the member
 * has used it; what fewer cards or more cards bring stays as it is.
 */
@ApplicationScoped
class TakeBackCard {

    private final FindMembership memberships;
    private final HoldScheme schemes;
    private final ReferralCards cards;
    private final GiveBenefit giving;
    private final Ledger ledger;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    TakeBackCard(
            FindMembership memberships,
            HoldScheme schemes,
            ReferralCards cards,
            GiveBenefit giving,
            Ledger ledger,
            ActiveMembers activeMembers,
            Clock clock) {
        this.memberships = memberships;
        this.schemes = schemes;
        this.cards = cards;
        this.giving = giving;
        this.ledger = ledger;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    /** One row more than the page shows. */
    @Transactional
    List<CardView> page(Caller caller, SchemeCode scheme, UUID membership, PageRequest page) {
        return cards.page(seen(caller, memberships.atDesk(caller, scheme, membership)), page);
    }

    long count(Caller caller, SchemeCode scheme, UUID membership) {
        return cards.count(seen(caller, memberships.atDesk(caller, scheme, membership)));
    }

    @Transactional
    CardView takeBack(Caller caller, SchemeCode scheme, UUID membership, UUID id, CardView.Because because) {
        activeMembers.callerMustBeActive();
        Member member = memberships.atDesk(caller, scheme, membership);
        ledger.hold(List.of(member.supporter()));
        ReferralCards.Seen seen = seen(caller, member);
        if (cards.of(seen, id).orElseThrow(NotFound::new).takenBackAt() != null) {
            throw new CardTakenBack();
        }
        cards.takeBack(id, because, seen.by(), caller.subject(), clock.instant());
        int left = cards.redeemed(membership);
        schemes.entitlements(scheme.value(), member.policy()).stream()
                .filter(benefit -> benefit.afterReferrals() != null && benefit.afterReferrals() == left + 1)
                .forEach(benefit -> giving.takeBack(
                        membership, benefit.code(), caller.organization().orElseThrow(NotYours::new)));
        return cards.of(seen, id).orElseThrow();
    }

    private static ReferralCards.Seen seen(Caller caller, Member member) {
        return new ReferralCards.Seen(
                member.membership(),
                caller.government().orElseThrow(NotYours::new),
                caller.speaksFor(member.municipality()));
    }
}
