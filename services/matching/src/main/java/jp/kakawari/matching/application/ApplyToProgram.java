package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.matching.supporter.Supporters;
import jp.kakawari.outbox.Outbox;

/** Applies for a supporter (応募する): by the person, or by an organisation that may act for them. */
@ApplicationScoped
class ApplyToProgram {
    @Inject
    Applications applications;

    @Inject
    Supporters supporters;

    @Inject
    Standing standing;

    @Inject
    FillPlaces fillPlaces;

    @Inject
    Outbox outbox;

    @Transactional
    public Application apply(ApplicationRequest request) {
        SupporterChanged supporter = supporters.forCallerToChange(request.supporter());
        if (supporter.guardianMissing()) {
            throw GuardianNeeded.toApply();
        }
        Intake intake = applications.lock(request.program()).orElseThrow(ProgramNotFound::new);
        Instant now = applications.now();
        applications.active(intake.id(), request.supporter()).ifPresent(active -> {
            Set<Side> sides = standing.sides(active, intake);
            throw sides.isEmpty()
                    ? new AlreadyApplied()
                    : new AlreadyApplied(active.id(), active.allowed(sides, intake, now));
        });
        intake.mustBeOpenTo(supporter.registeredBy());
        fillPlaces.of(intake, now);
        Application application =
                Application.submit(intake, request.supporter(), standing.organization(), request.answers(), now);
        applications.persist(application);
        outbox.append(application.changed(intake));
        return application;
    }
}
