package jp.kakawari.registry.certificate;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.engagement.ProgramsDone;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.ETags;

/**
 * Whoever has taken part in a program as often as a municipality asks is certified (認定証の発行), once: in the transaction that
 * writes the ledger, and when the municipality states for what: the one waits for the other. What an entry no longer carries is
 * revoked. Supporters are held first, then the programs of the municipality, then the certification.
 */
@ApplicationScoped
class CertifySupporters {

    private final Certificates certificates;
    private final ActiveMembers activeMembers;
    private final Ledger ledger;
    private final Clock clock;

    CertifySupporters(Certificates certificates, ActiveMembers activeMembers, Ledger ledger, Clock clock) {
        this.certificates = certificates;
        this.activeMembers = activeMembers;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    void follow(@Observes ProgramsDone done) {
        certificates.follow(done, LocalDate.now(clock));
    }

    @Transactional
    CertificationView put(String municipality, String code, CertificationRequest request, String ifMatch) {
        activeMembers.callerMustBeActive();
        ledger.hold(certificates.concerned(municipality, code, request.program()));
        certificates.holdPrograms(municipality);
        Optional<Long> revision = certificates.held(municipality, code);
        if (revision.isPresent()) {
            ETags.mustMatch(ifMatch, revision.get());
            certificates.change(municipality, code, request, clock.instant());
        } else if (!certificates.add(municipality, code, request, clock.instant())) {
            throw new RegisteredMeanwhile();
        }
        certificates.follow(municipality, code, LocalDate.now(clock));
        return certificates.certification(municipality, code).orElseThrow();
    }
}
