package jp.kakawari.catalog.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.ETags;

/** A host writes its sheet (募集要項): first as a draft, later as often as it must. A published change is told at once. */
@ApplicationScoped
class WriteProgram {

    private final Programs programs;
    private final Hosts hosts;
    private final Organizations organizations;
    private final SheetCheck check;
    private final ReadProgram read;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    WriteProgram(
            Programs programs,
            Hosts hosts,
            Organizations organizations,
            SheetCheck check,
            ReadProgram read,
            Outbox outbox,
            Clock clock) {
        this.programs = programs;
        this.hosts = hosts;
        this.organizations = organizations;
        this.check = check;
        this.read = read;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    ProgramView draft(ProgramSheet sheet, LocalGovernmentCode onBehalfOf) {
        Host host = hosts.ofNewProgram(onBehalfOf);
        hosts.mustPostFor(sheet.firm());
        Program program = Program.draft(host, sheet, check.typesOf(sheet, List.of(), host), clock.instant());
        programs.save(program);
        return read.view(program);
    }

    /** Replaces the sheet by what {@code change} makes of it; {@code ifMatch} must be the revision that was read. */
    @Transactional
    ProgramView revise(UUID id, String ifMatch, UnaryOperator<ProgramSheet> change) {
        Program program = programs.forChange(id, Action.REVISE);
        ETags.mustMatch(ifMatch, program.revision());
        program.must(Action.REVISE);
        if (program.state().isPublic()) {
            organizations.mustBeActive(program.host());
        }
        ProgramSheet sheet = change.apply(program.sheet());
        hosts.mustPostFor(sheet.firm());
        program.revise(sheet, check.typesOf(sheet, program.sheet().openTo(), hosts.of(program)));
        programs.save(program);
        if (program.state().isPublic()) {
            outbox.append(program.event());
        }
        return read.view(program);
    }
}
