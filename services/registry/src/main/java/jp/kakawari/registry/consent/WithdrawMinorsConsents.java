package jp.kakawari.registry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import jp.kakawari.registry.supporter.GuardianWithdrew;

/**
 * With the consent of a guardian all that the minor consented to is withdrawn (保護者の同意の撤回), what only a municipality's list
 * says too. None of it revives by itself: no list brings it back, only the person or who registered them gives it anew.
 */
@ApplicationScoped
class WithdrawMinorsConsents {

    private final Consents consents;
    private final PublishConsents publishing;

    WithdrawMinorsConsents(Consents consents, PublishConsents publishing) {
        this.consents = consents;
        this.publishing = publishing;
    }

    void withdraw(@Observes GuardianWithdrew withdrew) {
        consents.toldThrough(Through.GUARDIAN, withdrew.toldBy());
        List<ConsentView> mail = consents.endMail(withdrew.supporter());
        List<ConsentView> others = consents.withdrawAll(withdrew.supporter(), Through.GUARDIAN, withdrew.toldBy());
        publishing.tell(Stream.concat(mail.stream(), others.stream())
                .map(ended -> ConsentDecided.of(withdrew.supporter(), ended))
                .toList());
    }
}
