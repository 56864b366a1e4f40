package jp.kakawari.registry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.registry.terms.Recipient;

/**
 * Whose record is removed consents to nothing any more (消去). What they agreed to and who was given what stays provable: ids
 * and codes, nothing that names them.
 */
@ApplicationScoped
class ForgetConsents {

    private final Consents consents;
    private final Event<ConsentDecided> decisions;

    ForgetConsents(Consents consents, Event<ConsentDecided> decisions) {
        this.consents = consents;
        this.decisions = decisions;
    }

    void forget(@Observes Removal removal) {
        consents.toldThrough(Through.ERASURE);
        consents.withdrawAll(removal.supporter(), Through.ERASURE)
                .forEach(ended -> decisions.fire(new ConsentDecided(
                        removal.supporter(),
                        new Recipient(ended.recipient()),
                        ended.purpose(),
                        ended.revision(),
                        ended.state())));
    }
}
