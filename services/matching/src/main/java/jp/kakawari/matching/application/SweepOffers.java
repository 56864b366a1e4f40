package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;

/**
 * Lets lapsed offers expire and offers free places to those who wait. What is due follows from the rows and the
 * database's clock alone, so a sweep that was killed is simply done again by whoever sweeps next.
 */
@ApplicationScoped
class SweepOffers {
    @Inject
    Applications applications;

    @Inject
    FillPlaces fillPlaces;

    @Inject
    Outbox outbox;

    @Transactional
    public List<UUID> due() {
        return applications.programsToSweep();
    }

    @Transactional
    public void sweep(UUID program) {
        Intake intake = applications.lock(program).orElseThrow(ProgramNotFound::new);
        Instant now = applications.now();
        for (Application lapsed : applications.lapsed(program, now)) {
            if (lapsed.expire(intake, now)) {
                outbox.append(lapsed.changed(intake));
            }
        }
        fillPlaces.of(intake, now);
    }
}
