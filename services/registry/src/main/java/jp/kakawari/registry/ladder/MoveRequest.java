package jp.kakawari.registry.ladder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody now stands on another step. */
@Schema(name = "LadderMoveRequest", description = "段階の移動")
record MoveRequest(
        @NotNull @Schema(description = "関係人口のID") UUID supporter,

        @NotBlank @Size(max = 40) @Schema(description = "移動先の段階, of the ladder", examples = "relation")
        String step,

        @NotNull @Schema(description = "移動日: not before the last move, nor in the future", examples = "2026-10-01")
        LocalDate movedOn) {}
