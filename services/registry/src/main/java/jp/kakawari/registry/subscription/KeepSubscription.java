package jp.kakawari.registry.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.donation.Supports;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.engagement.TransactionDiffers;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.FindTied;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;

/**
 * Somebody supports again and again (継続支援の開始・支払い・終了): one supporter with many payments, each an entry of the ledger. It
 * is no visit, so they are 非訪問系 until they come.
 */
@ApplicationScoped
class KeepSubscription {

    private static final String TYPE = "SUBSCRIPTION";

    private final Subscriptions subscriptions;
    private final Supports supports;
    private final FindTied tied;
    private final Ledger ledger;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    KeepSubscription(
            Subscriptions subscriptions,
            Supports supports,
            FindTied tied,
            Ledger ledger,
            ActiveMembers activeMembers,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.supports = supports;
        this.tied = tied;
        this.ledger = ledger;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    /** How it stands, and whether that is new. */
    record Kept(SubscriptionView view, boolean isNew) {}

    @Transactional
    Kept begin(String municipality, SubscriptionRequest request) {
        activeMembers.callerMustBeActive();
        mustNotBeInTheFuture("/startedOn", request.startedOn());
        Optional<SubscriptionView> told = subscriptions.told(municipality, request.sourceTransaction());
        if (told.isPresent()) {
            return new Kept(
                    told.filter(known -> isSame(municipality, known, request)).orElseThrow(TransactionDiffers::new),
                    false);
        }
        UUID supporter = tied.held(municipality, request.supporter(), request.memberNumber());
        supports.mustTakeDonations(municipality, request.projectCode());
        boolean isNew = subscriptions.add(NewId.next(), municipality, supporter, request, clock.instant());
        SubscriptionView view = subscriptions
                .told(municipality, request.sourceTransaction())
                .filter(found -> found.is(supporter, request))
                .orElseThrow(TransactionDiffers::new);
        return new Kept(view, isNew);
    }

    @Transactional
    Kept pay(String municipality, UUID id, SubscriptionResource.Payment payment, UUID by) {
        activeMembers.callerMustBeActive();
        mustNotBeInTheFuture("/paidOn", payment.paidOn());
        SubscriptionView subscription = held(municipality, id);
        if (supports.giver(municipality, payment.sourceTransaction()).isEmpty()) {
            mustTake(municipality, subscription, payment.paidOn());
        }
        boolean isNew = supports.record(
                        new Supports.Support(
                                municipality,
                                subscription.supporter(),
                                subscription.kind().activity(),
                                TYPE,
                                payment.yen() == null ? subscription.yen() : payment.yen(),
                                payment.paidOn(),
                                subscription.project(),
                                id,
                                payment.sourceTransaction()),
                        by)
                .isNew();
        return new Kept(read(municipality, id), isNew);
    }

    @Transactional
    SubscriptionView end(String municipality, UUID id, LocalDate endedOn) {
        activeMembers.callerMustBeActive();
        LocalDate day = endedOn == null ? LocalDate.now(clock) : endedOn;
        mustNotBeInTheFuture("/endedOn", day);
        SubscriptionView subscription = held(municipality, id);
        if (!subscription.goesOn()) {
            throw new SubscriptionOver();
        }
        if (day.isBefore(subscription.startedOn())) {
            throw new InvalidBody().at("/endedOn", "is before its start", "開始日より前の日付です");
        }
        subscriptions.end(id, day, clock.instant());
        return read(municipality, id);
    }

    @Transactional
    SubscriptionView read(String municipality, UUID id) {
        return subscriptions.of(municipality, id).orElseThrow(NotFound::new);
    }

    private boolean isSame(String municipality, SubscriptionView known, SubscriptionRequest request) {
        return tied.isNamed(known.supporter(), municipality, request.supporter(), request.memberNumber())
                && known.is(known.supporter(), request);
    }

    /** Who ended their tie pays no more: no payment takes it up again for them. */
    private void mustTake(String municipality, SubscriptionView subscription, LocalDate paidOn) {
        if (!tied.isTied(municipality, subscription.supporter())) {
            throw new TieOver();
        }
        if (!subscription.goesOn() && paidOn.isAfter(subscription.endedOn())) {
            throw new SubscriptionOver();
        }
        if (paidOn.isBefore(subscription.startedOn())) {
            throw new InvalidBody().at("/paidOn", "is before its start", "開始日より前の日付です");
        }
    }

    /** Whoever writes about the same supporter waits, so it is read again once they are held. */
    private SubscriptionView held(String municipality, UUID id) {
        Optional<SubscriptionView> found = subscriptions.of(municipality, id);
        ledger.hold(List.of(found.orElseThrow(NotFound::new).supporter()));
        return read(municipality, id);
    }

    private void mustNotBeInTheFuture(String pointer, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new InvalidBody().at(pointer, "is in the future", "未来の日付は記録できません");
        }
    }
}
