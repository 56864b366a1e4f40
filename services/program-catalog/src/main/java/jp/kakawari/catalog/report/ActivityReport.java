package jp.kakawari.catalog.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** What a host told about its program (活動報告); it stays as it was told. */
@Entity
class ActivityReport {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID program;
    private String title;
    private String description;
    private LocalDate heldOn;
    private Integer participants;
    private String outcome;
    private Instant reportedAt;

    protected ActivityReport() {}

    static ActivityReport of(UUID program, ReportSheet sheet, Instant now) {
        ActivityReport report = new ActivityReport();
        report.program = program;
        report.title = sheet.title();
        report.description = sheet.description();
        report.heldOn = sheet.heldOn();
        report.participants = sheet.participants();
        report.outcome = sheet.outcome();
        report.reportedAt = now;
        return report;
    }

    UUID id() {
        return id;
    }

    UUID program() {
        return program;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    Integer participants() {
        return participants;
    }

    String outcome() {
        return outcome;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
