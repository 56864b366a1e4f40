package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import jp.kakawari.outbox.Outbox;

/** Offers each free place of a locked program to the one who has waited longest (繰上げ). */
@ApplicationScoped
class FillPlaces {
    @Inject
    Applications applications;

    @Inject
    Outbox outbox;

    @Inject
    Deadlines deadlines;

    @Transactional(TxType.MANDATORY)
    public void of(Intake intake, Instant now) {
        while (intake.isRunning() && intake.hasFreePlace()) {
            Optional<Application> next = applications.firstWaiting(intake.id());
            if (next.isEmpty()) {
                return;
            }
            next.get().offer(intake, now, deadlines.hold());
            outbox.append(next.get().changed(intake));
        }
    }
}
