package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.web.Caller;

/** Memberships as somebody who may see them sees them (会員の表示): with what they themselves may do now. */
@ApplicationScoped
class ShowMemberships {

    private final Memberships memberships;
    private final Clock clock;

    ShowMemberships(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    MembershipView to(Caller caller, Membership membership) {
        return to(caller, List.of(membership)).getFirst();
    }

    /** All their rules are asked for at once. */
    List<MembershipView> to(Caller caller, List<Membership> shown) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, MembershipRules> rules = memberships.rules(shown);
        return shown.stream()
                .map(membership -> MembershipView.of(
                        membership,
                        rules.get(membership.id())
                                .allow(membership, MembershipDesk.keeps(caller, membership.municipality()), today),
                        today))
                .toList();
    }
}
