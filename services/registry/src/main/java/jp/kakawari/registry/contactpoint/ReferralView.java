package jp.kakawari.registry.contactpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many were introduced on a day, and whether that was taken back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactPointReferral", description = "紹介の記録")
record ReferralView(
        UUID id,

        @Schema(description = "紹介した日", examples = "2026-11-03")
        LocalDate referredOn,

        @Schema(description = "人数", examples = "2") int people,
        @Schema(description = "記録日時") OffsetDateTime recordedAt,

        @Schema(description = "取消日時; it is not counted from then on")
        OffsetDateTime withdrawnAt,

        @Schema(description = "取消の理由", examples = "人数の入力誤り") String withdrawnBecause,

        @Schema(description = "withdraw 取消", examples = "[\"withdraw\"]")
        List<String> allowedActions) {}
