package jp.kakawari.catalog.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.PageRequest;

/** All reports. */
@ApplicationScoped
class ActivityReports implements PanacheRepositoryBase<ActivityReport, UUID> {

    List<ActivityReport> newestOf(UUID program, PageRequest page) {
        String newest = " order by reportedAt desc, id desc";
        return page.after()
                .map(after -> find(
                        "program = ?1 and (reportedAt, id) < (?2, ?3)" + newest,
                        program,
                        after.instant(0),
                        after.uuid(1)))
                .orElseGet(() -> find("program = ?1" + newest, program))
                .page(0, page.fetch())
                .list();
    }

    long countOf(UUID program) {
        return count("program", program);
    }

    static Cursor position(ActivityReport report) {
        return Cursor.of(report.reportedAt(), report.id());
    }
}
