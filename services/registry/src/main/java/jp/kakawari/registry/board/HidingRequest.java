package jp.kakawari.registry.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a post is hidden; all members may read that. */
@Schema(name = "BoardHiding", description = "非表示の理由: shown to all members")
record HidingRequest(
        @NotBlank @Size(max = 500) @Schema(examples = "個人の連絡先が含まれているため")
        String reason) {}
