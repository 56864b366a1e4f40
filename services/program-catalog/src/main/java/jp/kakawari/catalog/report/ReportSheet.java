package jp.kakawari.catalog.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a host tells about a day of its program. */
@Schema(description = "What a host tells about its program (活動報告); no personal data, it is public")
record ReportSheet(
        @NotBlank @Size(max = 200) @Schema(examples = "草刈りを終えました")
        String title,

        @NotBlank @Size(max = 8000) @Schema(examples = "ライダー20人と区役に出て、林道の草を刈りました。")
        String description,

        @NotNull @PastOrPresent @Schema(description = "実施日", examples = "2026-10-04")
        LocalDate heldOn,

        @PositiveOrZero @Schema(description = "参加者数", examples = "20")
        Integer participants,

        @Size(max = 1000) @Schema(description = "成果", examples = "3日かかっていた作業が半日で終わった")
        String outcome) {}
