package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.NotYours;

/** Moves an application on (選考・受諾・辞退): a place that becomes free is offered to the next one in the same transaction. */
@ApplicationScoped
public class ActOnApplication {
    @Inject
    Applications applications;

    @Inject
    Standing standing;

    @Inject
    FillPlaces fillPlaces;

    @Inject
    Deadlines deadlines;

    @Inject
    Outbox outbox;

    @Transactional
    Application act(UUID id, Action action) {
        UUID program = applications.programOf(id).orElseThrow(ApplicationNotFound::new);
        Intake intake = applications.lock(program).orElseThrow(ProgramNotFound::new);
        Application application = applications.findById(id);
        Set<Side> sides = standing.in(application, intake);
        Instant now = applications.now();
        perform(action, application, sides, intake, now);
        outbox.append(application.changed(intake));
        fillPlaces.of(intake, now);
        return application;
    }

    /** The host checks the applicant in: what the record of participation needs to know. */
    @Transactional
    public Attendance attend(UUID id) {
        Application application = act(id, Action.PARTICIPATION);
        Intake intake = applications.lock(application.program()).orElseThrow(ProgramNotFound::new);
        return new Attendance(
                application.id(),
                application.program(),
                application.supporter(),
                intake.municipality(),
                intake.activity(),
                application.changedAt());
    }

    private void perform(Action action, Application application, Set<Side> sides, Intake intake, Instant now) {
        switch (action) {
            case OFFER -> {
                mustBe(Side.HOST, sides);
                application.offer(intake, now, deadlines.hold());
            }
            case ACCEPTANCE -> application.accept(sides, intake, now);
            case WITHDRAWAL -> {
                mustBe(Side.APPLICANT, sides);
                application.withdraw(intake, now);
            }
            case DECLINE -> {
                mustBe(Side.HOST, sides);
                application.decline(intake, now);
            }
            case NO_SHOW -> {
                mustBe(Side.HOST, sides);
                application.missed(intake, now);
            }
            case PARTICIPATION -> {
                mustBe(Side.HOST, sides);
                application.attend(intake, now);
            }
        }
    }

    private static void mustBe(Side side, Set<Side> sides) {
        if (!sides.contains(side)) {
            throw new NotYours();
        }
    }
}
