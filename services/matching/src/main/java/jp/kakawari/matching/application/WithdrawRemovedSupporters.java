package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import jp.kakawari.matching.supporter.SupportersRemoved;
import jp.kakawari.outbox.Outbox;

/** Supporters who left the platform leave the waiting lists and their places too, and what they answered is forgotten. */
@ApplicationScoped
class WithdrawRemovedSupporters {
    @Inject
    Applications applications;

    @Inject
    FillPlaces fillPlaces;

    @Inject
    Outbox outbox;

    @Transactional(TxType.MANDATORY)
    public void on(@Observes SupportersRemoved removed) {
        if (!removed.ids().isEmpty()) {
            applications.programsOf(removed.ids()).forEach(program -> withdraw(removed, program));
        }
    }

    private void withdraw(SupportersRemoved removed, UUID program) {
        Intake intake = applications.lock(program).orElseThrow(ProgramNotFound::new);
        Instant now = applications.now();
        for (Application application : applications.of(removed.ids(), program)) {
            application.forgetAnswers();
            if (Application.ACTIVE.contains(application.state())) {
                application.withdraw(intake, now);
                outbox.append(application.changed(intake));
            }
        }
        fillPlaces.of(intake, now);
    }
}
