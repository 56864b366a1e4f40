package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.membership.MembershipDesk.Held;
import jp.kakawari.registry.membership.MembershipHistory.Action;
import jp.kakawari.registry.membership.MembershipHistory.Reason;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.tier.FollowTiers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;

/** The municipality that keeps a membership sets its tier by hand (会員種別の手動設定), or leaves it to the rules again. */
@ApplicationScoped
class PlaceMember {

    private final MembershipDesk desk;
    private final Memberships memberships;
    private final FollowTiers tiers;
    private final MembershipHistory history;
    private final ShowMemberships showing;
    private final Outbox outbox;
    private final Clock clock;

    PlaceMember(
            MembershipDesk desk,
            Memberships memberships,
            FollowTiers tiers,
            MembershipHistory history,
            ShowMemberships showing,
            Outbox outbox,
            Clock clock) {
        this.desk = desk;
        this.memberships = memberships;
        this.tiers = tiers;
        this.history = history;
        this.showing = showing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A null tier leaves it to the rules. */
    @Transactional
    MembershipView place(Caller caller, SchemeCode scheme, UUID id, String tier, Reason reason) {
        Held held = desk.hold(caller, desk.kept(caller, scheme, id));
        Membership membership = held.membership();
        held.mustAllow("set-tier");
        if (tier != null && !held.terms().tiers().contains(tier)) {
            throw new InvalidBody().at("/tier", "is no tier of the member's policy", "会員の規約にない会員種別です");
        }
        String before = membership.tier();
        membership.place(tier, clock.instant());
        memberships.flush();
        history.add(membership, Action.TIER_BY_HAND, caller, before, reason);
        outbox.append(membership.told());
        if (tier == null) {
            memberships.followLedger(membership, tiers);
        }
        return showing.to(caller, membership);
    }
}
