package jp.kakawari.matching.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.matching.application.ActOnApplication;
import jp.kakawari.outbox.Outbox;

/** The host checks an applicant in (受付・参加の記録): their application is attended, and the fact is told once. */
@ApplicationScoped
class RecordParticipation {
    @Inject
    ActOnApplication applications;

    @Inject
    Participations participations;

    @Inject
    Outbox outbox;

    @Transactional
    public ParticipationRecorded record(CheckIn checkIn, UUID host) {
        Instant at =
                checkIn.checkedInAt() == null ? null : checkIn.checkedInAt().toInstant();
        Participation participation =
                Participation.of(applications.attend(checkIn.application()), host, at, checkIn.hours());
        participations.persist(participation);
        ParticipationRecorded fact = participation.recorded();
        outbox.append(fact);
        return fact;
    }
}
