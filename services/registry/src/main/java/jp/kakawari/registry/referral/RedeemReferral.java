package jp.kakawari.registry.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.membership.FindMembership.Member;
import jp.kakawari.registry.membership.GiveBenefit;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.Entitlement;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;

/**
 * Somebody shows the card that a member gave them (紹介カードの利用). Each card counts once; whoever has brought as many as the
 * policy asks gets what it promises, once, however many cards are shown at once.
 */
@ApplicationScoped
class RedeemReferral {

    private final FindMembership memberships;
    private final HoldScheme schemes;
    private final ReferralCards cards;
    private final GiveBenefit giving;
    private final Ledger ledger;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    RedeemReferral(
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

    /** Whether the card is new, and how the member stands then. */
    record Redeemed(boolean isNew, ReferralView view) {}

    @Transactional
    Redeemed redeem(Caller caller, SchemeCode scheme, UUID membership, ReferralResource.Shown shown) {
        activeMembers.callerMustBeActive();
        LocalDate today = LocalDate.now(clock);
        if (shown.redeemedOn() != null && shown.redeemedOn().isAfter(today)) {
            throw new InvalidBody().at("/redeemedOn", "is in the future", "未来の日付は記録できません");
        }
        ledger.hold(List.of(memberships.ofRunner(caller, scheme, membership).supporter()));
        Member member = memberships.ofRunner(caller, scheme, membership);
        boolean isNew = cards.redeem(
                scheme.value(),
                shown.card(),
                membership,
                shown.redeemedOn() == null ? today : shown.redeemedOn(),
                caller.government().orElseThrow(NotFound::new));
        if (!isNew
                && cards.memberOf(scheme.value(), shown.card())
                        .filter(membership::equals)
                        .isEmpty()) {
            throw new CardOfAnother();
        }
        int redeemed = cards.redeemed(membership);
        promised(scheme, member).stream()
                .filter(benefit -> benefit.afterReferrals() <= redeemed)
                .forEach(benefit -> giving.give(membership, benefit.code()));
        return new Redeemed(isNew, view(scheme, member));
    }

    /** For the person, whoever registered them and the municipality that keeps the membership. */
    @Transactional
    ReferralView read(Caller caller, SchemeCode scheme, UUID membership) {
        return view(scheme, memberships.seen(caller, scheme, membership));
    }

    private ReferralView view(SchemeCode scheme, Member member) {
        Map<String, Instant> given = cards.benefits(member.membership());
        return new ReferralView(
                cards.redeemed(member.membership()),
                promised(scheme, member).stream()
                        .map(benefit -> new ReferralView.Benefit(
                                benefit.code(),
                                benefit.name(),
                                benefit.afterReferrals(),
                                given.containsKey(benefit.code()) ? JapanTime.of(given.get(benefit.code())) : null))
                        .toList());
    }

    private List<Entitlement> promised(SchemeCode scheme, Member member) {
        return schemes.entitlements(scheme.value(), member.policy()).stream()
                .filter(entitlement -> entitlement.afterReferrals() != null)
                .toList();
    }
}
