package jp.kakawari.matching.participation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check-in takes. */
@Schema(name = "CheckIn")
record CheckIn(
        @NotNull @Schema(description = "The accepted application", examples = "01938f71-0200-7f3a-b1c2-8d4e5f607182")
        UUID application,

        @Schema(
                description = "When they came (受付日時); now when it is left out, never in the future",
                examples = "2026-11-03T10:05:00+09:00")
        OffsetDateTime checkedInAt,

        @Positive
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 2)
        @Schema(description = "Time given in hours (活動時間)", examples = "6.5")
        BigDecimal hours) {}
