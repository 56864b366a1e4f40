package jp.kakawari.registry.group;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody dissolved or restored a group, and why. */
@Schema(description = "グループの履歴")
record GroupStep(
        @Schema(examples = "2026-11-22T10:00:00+09:00") OffsetDateTime at,

        @Schema(description = "DISSOLVED 廃止, RESTORED 廃止の取消")
        Action action,

        @Schema(examples = "誤って登録したため") String reason,

        @Schema(description = "行った団体", examples = "00000000-0000-7000-8000-000000005ec0")
        UUID organization) {

    /** What was done. */
    @Schema(name = "GroupStepAction")
    enum Action {
        DISSOLVED,
        RESTORED
    }
}
