package jp.kakawari.registry.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an organisation is refused or suspended; it may read that. */
@Schema(name = "DecisionReason", description = "理由: shown to the organisation")
public record ReasonRequest(
        @NotBlank @Size(max = 500) @Schema(examples = "会員規約第3条の要件を満たさないため")
        String reason) {}
