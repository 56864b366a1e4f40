package jp.kakawari.matching.participation;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Participation")
record ParticipationView(
        @Schema(examples = "01938f72-7700-7b21-9d34-0a1b2c3d4e5f")
        UUID id,

        @Schema(examples = "01938f71-0200-7f3a-b1c2-8d4e5f607182")
        UUID application,

        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @Schema(examples = "01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10")
        UUID supporter,

        @Schema(description = "Host municipality (受入自治体)", examples = "434230")
        String municipality,

        @Schema(description = "What it counts as in the engagement ledger (過ごし方)", examples = "TOWN_PLANNING")
        Activity activity,

        @Schema(examples = "2026-11-03T10:05:00+09:00") OffsetDateTime checkedInAt,
        @Schema(examples = "6.5") BigDecimal hours) {

    static ParticipationView of(ParticipationRecorded fact) {
        return new ParticipationView(
                fact.id(),
                fact.application(),
                fact.program(),
                fact.supporter(),
                fact.municipality(),
                fact.activity(),
                fact.checkedInAt(),
                fact.hours());
    }
}
