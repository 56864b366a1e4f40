package jp.kakawari.catalog.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;

/** Shows programs to those who may read them. */
@ApplicationScoped
class ReadProgram {

    private final Programs programs;
    private final Hosts hosts;
    private final Organizations organizations;

    @Inject
    ReadProgram(Programs programs, Hosts hosts, Organizations organizations) {
        this.programs = programs;
        this.hosts = hosts;
        this.organizations = organizations;
    }

    @Transactional
    ProgramView one(UUID id) {
        return view(programs.readable(id));
    }

    /** The caller's own programs, or those of whom it writes for, drafts too, newest first. */
    @Transactional
    Page<ProgramView> own(LocalGovernmentCode onBehalfOf, PageRequest page) {
        UUID host = hosts.ofNewProgram(onBehalfOf).id();
        String name = organizations.nameOf(host).orElse(null);
        return Page.of(programs.hostedBy(host, page), page, Programs::position, () -> programs.countOf(host))
                .map(program -> ProgramView.of(program, name, hosts.actionsOn(program)));
    }

    ProgramView view(Program program) {
        List<Action> allowed = hosts.actionsOn(program);
        boolean concernsCaller = hosts.callerWrites(program) || !allowed.isEmpty();
        return ProgramView.of(
                program, organizations.nameOf(program.host()).orElse(null), concernsCaller ? allowed : null);
    }
}
