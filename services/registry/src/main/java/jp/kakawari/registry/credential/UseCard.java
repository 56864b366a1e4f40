package jp.kakawari.registry.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.registry.engagement.StampVisit;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.scheme.Entitlement;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * What becomes of a card: anybody verifies it (確認), those who run its scheme let it be used (特典の利用) and stamp it
 * (来訪スタンプ), they, the member and the registrant revoke it (失効).
 */
@ApplicationScoped
class UseCard {

    private final Cards cards;
    private final FindMembership memberships;
    private final HoldScheme schemes;
    private final StampVisit stamping;
    private final Clock clock;

    UseCard(Cards cards, FindMembership memberships, HoldScheme schemes, StampVisit stamping, Clock clock) {
        this.cards = cards;
        this.memberships = memberships;
        this.schemes = schemes;
        this.stamping = stamping;
        this.clock = clock;
    }

    /** How often it may still be used within the period. */
    record Used(Entitlement entitlement, int left) {}

    @Transactional
    Verification verify(UUID id) {
        return Verification.of(cards.of(id).orElseThrow(NotFound::new), today());
    }

    @Transactional
    void revoke(Caller caller, UUID id, String because) {
        CardRow card = cards.of(id).orElseThrow(NotFound::new);
        memberships.mustBeSeen(caller, new SchemeCode(card.scheme()), card.membership());
        cards.revoke(id, because, clock.instant());
    }

    /** Counted while nobody else counts for the same member, so never more often than the policy says. */
    @Transactional
    Used use(Caller caller, UUID id, String code) {
        CardRow shown = shown(caller, id);
        Entitlement entitlement = schemes.entitlements(shown.scheme(), shown.policy()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidBody().at("/entitlement", "is none of this member", "この会員の特典ではありません"));
        cards.hold(shown.membership());
        mustBeValid(shown(caller, id));
        if (entitlement.afterReferrals() != null && !cards.earned(shown.membership(), code)) {
            throw new EntitlementNotEarned(entitlement);
        }
        String period = entitlement.period(today());
        int before = cards.uses(shown.membership(), code, period);
        if (before >= entitlement.times()) {
            throw new EntitlementUsedUp(entitlement);
        }
        cards.use(shown.membership(), code, period, before + 1, own(caller));
        return new Used(entitlement, entitlement.times() - before - 1);
    }

    /** A visit enters the ledger once for each transaction; answers the entry. */
    @Transactional
    UUID stamp(Caller caller, UUID id, Activity activity, LocalDate day, String transaction) {
        CardRow card = shown(caller, id);
        mustBeValid(card);
        return stamping.stamp(
                own(caller),
                card.supporter(),
                activity == null ? Activity.HOBBY_AND_NATURE : activity,
                day == null ? today() : day,
                transaction,
                caller.organization().orElse(null));
    }

    private CardRow shown(Caller caller, UUID id) {
        String own = own(caller);
        return cards.of(id).filter(card -> card.runners().contains(own)).orElseThrow(NotFound::new);
    }

    private void mustBeValid(CardRow card) {
        if (!card.valid(today())) {
            throw new CardNotValid();
        }
    }

    private static String own(Caller caller) {
        return caller.is(Roles.MUNICIPALITY) ? caller.government().orElseThrow(NotYours::new) : "";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
