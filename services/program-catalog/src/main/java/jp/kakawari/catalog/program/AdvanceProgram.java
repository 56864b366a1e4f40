package jp.kakawari.catalog.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.ETags;

/** A host publishes, closes, completes or removes its program; everybody who follows is told in the same transaction. */
@ApplicationScoped
class AdvanceProgram {

    private final Programs programs;
    private final Hosts hosts;
    private final Organizations organizations;
    private final ReadProgram read;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AdvanceProgram(
            Programs programs, Hosts hosts, Organizations organizations, ReadProgram read, Outbox outbox, Clock clock) {
        this.programs = programs;
        this.hosts = hosts;
        this.organizations = organizations;
        this.read = read;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    ProgramView to(Action step, UUID id) {
        Program program = programs.forChange(id, step);
        program.must(step);
        if (step == Action.PUBLISH) {
            hosts.mustSeeApplicants(program);
            hosts.mustPostFor(program.sheet().firm());
            organizations.mustBeActive(program.host());
        }
        program.advance(step, clock.instant());
        programs.save(program);
        outbox.append(program.event());
        return read.view(program);
    }

    /** A draft vanishes; what was public once stays as a deletion in the feed and is buried in the topic. */
    @Transactional
    void remove(UUID id, String ifMatch) {
        Program program = programs.forChange(id, Action.REMOVE);
        ETags.mustMatch(ifMatch, program.revision());
        if (program.state() == ProgramState.DRAFT) {
            programs.delete(program);
            return;
        }
        program.advance(Action.REMOVE, clock.instant());
        programs.save(program);
        outbox.bury(program.event());
    }
}
