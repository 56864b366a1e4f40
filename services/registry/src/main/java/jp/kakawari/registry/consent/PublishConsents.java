package jp.kakawari.registry.consent;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.terms.Purpose;

/** Tells the other services and the recipient, in the transaction of the decision. */
@ApplicationScoped
class PublishConsents {

    private final Outbox outbox;
    private final Event<ConsentDecided> decisions;

    PublishConsents(Outbox outbox, Event<ConsentDecided> decisions) {
        this.outbox = outbox;
        this.decisions = decisions;
    }

    @Transactional(MANDATORY)
    void tell(Collection<ConsentDecided> decided) {
        outbox.append(decided.stream()
                .filter(one -> !isTold(one))
                .map(ConsentDecided::told)
                .toList());
        decided.forEach(decisions::fire);
    }

    /** With the tie of the supporter. */
    private static boolean isTold(ConsentDecided decided) {
        return decided.purpose() == Purpose.MAIL
                && decided.recipient().municipality().isPresent();
    }
}
