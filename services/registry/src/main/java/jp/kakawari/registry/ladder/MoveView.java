package jp.kakawari.registry.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One move. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LadderMove", description = "段階の移動")
record MoveView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3c1")
        UUID id,

        @Schema(examples = "01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10")
        UUID supporter,

        @Schema(description = "移動元; absent for the first one", examples = "exchange")
        String from,

        @Schema(description = "移動先", examples = "relation") String to,
        @Schema(examples = "2026-10-01") LocalDate movedOn,
        @Schema(examples = "2026-10-02T09:00:00+09:00") OffsetDateTime recordedAt,

        @Schema(description = "take-back 取消, of somebody's last move", examples = "[\"take-back\"]")
        List<String> allowedActions) {}
