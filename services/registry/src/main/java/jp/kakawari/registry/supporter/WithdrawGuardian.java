package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/**
 * A guardian takes their consent back (保護者の同意の撤回): from this transaction on a minor begins nothing new, and what they had
 * consented to is withdrawn in it and stays so. Ties that stand stay; ending them is a step of its own. Of whoever has come of
 * age only that it was taken back is kept: their consents are their own.
 */
@ApplicationScoped
class WithdrawGuardian {

    static final String WHAT_FOLLOWS =
            "With the revision of the record. All consents of a minor are withdrawn at once, and their recipients told. Until somebody "
                    + "consents again a minor tells no tie or consent, joins nothing and applies to nothing; ties that stand stay. "
                    + "Nothing that was withdrawn revives when somebody consents again or the minor comes of age. That they came of "
                    + "age shows on the first of the next month, or as soon as the profile is saved.";

    private final Supporters supporters;
    private final Guardians guardians;
    private final Event<GuardianWithdrew> withdrawals;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawGuardian(
            Supporters supporters,
            Guardians guardians,
            Event<GuardianWithdrew> withdrawals,
            Outbox outbox,
            Clock clock) {
        this.supporters = supporters;
        this.guardians = guardians;
        this.withdrawals = withdrawals;
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
        boolean minor = guardians.missing(supporter);
        if (minor) {
            withdrawals.fire(new GuardianWithdrew(id, actor.person() == null ? actor.organization() : null));
        }
        supporter.lacksGuardian(minor, clock.instant());
        outbox.append(supporter.told());
        return supporter.revision();
    }
}
