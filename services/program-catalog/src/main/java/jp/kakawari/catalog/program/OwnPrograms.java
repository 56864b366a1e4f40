package jp.kakawari.catalog.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;

/** What the neighbours in this service may ask about a program on behalf of the caller. */
@ApplicationScoped
public class OwnPrograms {

    private final Programs programs;
    private final Hosts hosts;
    private final Organizations organizations;

    @Inject
    OwnPrograms(Programs programs, Hosts hosts, Organizations organizations) {
        this.programs = programs;
        this.hosts = hosts;
        this.organizations = organizations;
    }

    /** Passes when everybody, or the caller as its host, may read it; else it is not found. */
    public void mustBeReadable(UUID id) {
        programs.readable(id);
    }

    /** Whether the caller writes it; everybody may read it, or the caller does: else it is not found. */
    public boolean isWrittenByCaller(UUID id) {
        return hosts.callerWrites(programs.readable(id));
    }

    /**
     * Passes when the caller, an active member, hosts it and its state allows a report; it stays so until the transaction
     * ends.
     */
    @Transactional(MANDATORY)
    public void mustAllowReport(UUID id) {
        Program program = programs.forChange(id, Action.REPORT);
        program.must(Action.REPORT);
        organizations.mustBeActive(program.host());
    }
}
