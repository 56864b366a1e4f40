package jp.kakawari.catalog.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.catalog.delegation.DelegatedPrograms;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * For whom the caller writes: its own organisation; an intermediary also for members that delegated it to them (委任), the
 * secretariat for a government that is a member (代理登録). What others have before the public the secretariat may only take from there (公開停止).
 */
@ApplicationScoped
class Hosts {

    private static final Set<Action> STOPPING = EnumSet.of(Action.CLOSE, Action.REMOVE);

    private final Caller caller;
    private final Organizations organizations;
    private final DelegatedPrograms delegated;

    @Inject
    Hosts(Caller caller, Organizations organizations, DelegatedPrograms delegated) {
        this.caller = caller;
        this.organizations = organizations;
        this.delegated = delegated;
    }

    /** The host of a new program. */
    Host ofNewProgram(LocalGovernmentCode onBehalfOf) {
        if (onBehalfOf == null) {
            return own();
        }
        if (!caller.is(Roles.SECRETARIAT)) {
            UUID grantor = delegated.ofGovernment(onBehalfOf.value()).orElseThrow(NotYours::new);
            return Host.government(grantor, onBehalfOf);
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

    /** Whether the caller may write it, drafts included. */
    boolean callerWrites(Program program) {
        return isOwn(program)
                || caller.is(Roles.SECRETARIAT) && program.hostGovernment() != null
                || delegated.of(program.host());
    }

    boolean callerMay(Action action, Program program) {
        return callerWrites(program)
                || caller.is(Roles.SECRETARIAT) && program.state().isPublic() && STOPPING.contains(action);
    }

    /** What the caller may do with it now; empty for everybody else's. */
    List<Action> actionsOn(Program program) {
        return program.state().allowedActions().stream()
                .filter(action -> callerMay(action, program))
                .toList();
    }

    /** Refuses a sheet for a firm that has not, or not any more, delegated its programs to the caller. */
    void mustPostFor(UUID firm) {
        if (firm != null && !delegated.of(firm)) {
            throw new InvalidBody().at("/firm", "has not delegated its programs to you", "この団体からプログラムの掲載を委任されていません");
        }
    }

    /** Refuses to publish for a host that may not see who applies: the secretariat never sees a person. */
    void mustSeeApplicants(Program program) {
        if (program.hostGovernment() == null && caller.is(Roles.SECRETARIAT)) {
            throw new HostSeesNobody();
        }
    }

    private boolean isOwn(Program program) {
        return mayHost() && caller.organization().filter(program.host()::equals).isPresent();
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
        return caller.is(Roles.MUNICIPALITY)
                || caller.is(Roles.PREFECTURE)
                || caller.is(Roles.INTERMEDIARY)
                || caller.is(Roles.SECRETARIAT);
    }
}
