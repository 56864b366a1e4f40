package jp.kakawari.catalog.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * For whom the caller writes: its own organisation; the secretariat also for a government that is a member (代理登録),
 * and it may take any program from the public (公開停止).
 */
@ApplicationScoped
class Hosts {

    private final Caller caller;
    private final Organizations organizations;

    @Inject
    Hosts(Caller caller, Organizations organizations) {
        this.caller = caller;
        this.organizations = organizations;
    }

    /** The host of a new program. */
    Host ofNewProgram(LocalGovernmentCode onBehalfOf) {
        if (onBehalfOf == null) {
            return own();
        }
        if (!caller.is(Roles.SECRETARIAT)) {
            throw new NotYours();
        }
        return Host.government(
                organizations
                        .ofGovernment(onBehalfOf)
                        .orElseThrow(() -> new InvalidParameter(
                                "onBehalfOf", "is not an active member organisation", "活動中の会員団体ではありません")),
                onBehalfOf);
    }

    /** The host as which a known program is checked. */
    Host of(Program program) {
        if (program.hostGovernment() != null) {
            return Host.government(program.host(), new LocalGovernmentCode(program.hostGovernment()));
        }
        return Host.organization(
                program.host(), caller.is(Roles.SECRETARIAT) ? Host.Kind.SECRETARIAT : Host.Kind.INTERMEDIARY);
    }

    boolean callerActsFor(UUID host) {
        return caller.is(Roles.SECRETARIAT)
                || mayHost() && caller.organization().filter(host::equals).isPresent();
    }

    private Host own() {
        UUID organization = caller.organization().orElseThrow(NotYours::new);
        Optional<LocalGovernmentCode> government = caller.government().map(LocalGovernmentCode::parse);
        if (government.isPresent()) {
            return Host.government(organization, government.get());
        }
        return Host.organization(
                organization, caller.is(Roles.SECRETARIAT) ? Host.Kind.SECRETARIAT : Host.Kind.INTERMEDIARY);
    }

    private boolean mayHost() {
        return caller.is(Roles.MUNICIPALITY) || caller.is(Roles.PREFECTURE) || caller.is(Roles.INTERMEDIARY);
    }
}
