package jp.kakawari.registry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jp.kakawari.registry.supporter.Removal;

/**
 * Whose record is removed consents to nothing any more (消去). What they agreed to and who was given what stays provable: ids
 * and codes, nothing that names them.
 */
@ApplicationScoped
class ForgetConsents {

    private final Consents consents;
    private final PublishConsents publishing;

    ForgetConsents(Consents consents, PublishConsents publishing) {
        this.consents = consents;
        this.publishing = publishing;
    }

    void forget(@Observes Removal removal) {
        consents.toldThrough(Through.ERASURE, null);
        publishing.tell(consents.withdrawAll(removal.supporter(), Through.ERASURE, null).stream()
                .map(ended -> ConsentDecided.of(removal.supporter(), ended))
                .toList());
    }
}
