package jp.kakawari.catalog.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as everybody may read it. */
@Schema(description = "What a host told about its program (活動報告)")
record ReportView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a322")
        UUID id,

        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @Schema(examples = "草刈りを終えました") String title,

        @Schema(examples = "ライダー20人と区役に出て、林道の草を刈りました。") String description,

        @Schema(examples = "2026-10-04") LocalDate heldOn,

        @Schema(examples = "20") Integer participants,

        @Schema(examples = "3日かかっていた作業が半日で終わった") String outcome,

        @Schema(examples = "2026-10-05T09:00:00+09:00") OffsetDateTime reportedAt) {

    static ReportView of(ActivityReport report) {
        return new ReportView(
                report.id(),
                report.program(),
                report.title(),
                report.description(),
                report.heldOn(),
                report.participants(),
                report.outcome(),
                JapanTime.of(report.reportedAt()));
    }
}
