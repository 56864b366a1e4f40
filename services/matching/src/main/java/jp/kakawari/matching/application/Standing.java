package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.matching.application.Applications.Hosted;
import jp.kakawari.matching.delegation.DelegatedApplications;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/** On which sides of an application the caller stands: the one place that decides who may see and change it. */
@ApplicationScoped
class Standing {
    private final Caller caller;
    private final DelegatedApplications delegated;

    @Inject
    Standing(Caller caller, DelegatedApplications delegated) {
        this.caller = caller;
        this.delegated = delegated;
    }

    /** To somebody who stands on neither side the application does not exist. */
    Set<Side> in(Application application, Intake intake) {
        return mustStand(sides(application, intake));
    }

    /** The same, where it was looked up with the program whether its host delegated it. */
    Set<Side> in(Application application, Hosted program) {
        return mustStand(sides(application, isHost(program)));
    }

    private static Set<Side> mustStand(Set<Side> sides) {
        if (sides.isEmpty()) {
            throw new ApplicationNotFound();
        }
        return sides;
    }

    Set<Side> sides(Application application, Intake intake) {
        return sides(application, hosts(intake) || delegated.of(intake.host()));
    }

    private Set<Side> sides(Application application, boolean host) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        if (application.isOf(caller.supporter().orElse(null), organization())) {
            sides.add(Side.APPLICANT);
        }
        if (host) {
            sides.add(Side.HOST);
        }
        return sides;
    }

    /** The host itself, or an intermediary to which it delegated its applications (委任). */
    boolean isHost(Hosted program) {
        return hosts(program.intake()) || program.delegated();
    }

    private boolean hosts(Intake intake) {
        String municipality =
                caller.is(Roles.MUNICIPALITY) ? caller.government().orElse(null) : null;
        return intake.isHostedBy(organization(), municipality);
    }

    /** To whom hosts may have delegated their applications, null where the caller is no intermediary. */
    UUID intermediary() {
        return delegated.intermediary().orElse(null);
    }

    /** The member organisation through which the caller applies, null for a person. */
    UUID organization() {
        return caller.organization().orElse(null);
    }
}
