package jp.kakawari.catalog.report;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.catalog.program.OwnPrograms;

/** A host tells what became of its program (活動報告), once it is public. */
@ApplicationScoped
class ReportActivity {

    private final OwnPrograms programs;
    private final ActivityReports reports;
    private final Clock clock;

    @Inject
    ReportActivity(OwnPrograms programs, ActivityReports reports, Clock clock) {
        this.programs = programs;
        this.reports = reports;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    ReportView report(UUID program, ReportSheet sheet) {
        programs.mustAllowReport(program);
        ActivityReport report = ActivityReport.of(program, sheet, clock.instant());
        reports.persist(report);
        return ReportView.of(report);
    }
}
