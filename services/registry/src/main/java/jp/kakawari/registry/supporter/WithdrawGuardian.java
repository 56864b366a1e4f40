package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/**
 * A guardian takes their consent back (保護者の同意の撤回): from this transaction on a minor begins nothing new, and nobody is given
 * what was consented to. Ties that stand stay; ending them is a step of its own.
 */
@ApplicationScoped
class WithdrawGuardian {

    static final String WHAT_FOLLOWS =
            "With the revision of the record. Until somebody consents again a minor tells no tie or consent, joins nothing and applies "
                    + "to nothing, and nobody is given their data by consent; ties that stand stay.";

    private final Supporters supporters;
    private final Guardians guardians;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawGuardian(Supporters supporters, Guardians guardians, Outbox outbox, Clock clock) {
        this.supporters = supporters;
        this.guardians = guardians;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    long withdraw(UUID id, String ifMatch, Actor actor) {
        Supporter supporter = supporters.heldBy(actor, id);
        ETags.mustMatch(ifMatch, supporter.revision());
        if (!guardians.withdrew(id, actor)) {
            throw new NotFound();
        }
        supporter.lacksGuardian(guardians.missing(supporter), clock.instant());
        outbox.append(supporter.told());
        return supporter.revision();
    }
}
