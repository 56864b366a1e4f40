package jp.kakawari.registry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done, in words that are kept with it. */
@Schema(name = "GivenReason", description = "理由: kept with what is done, for whoever may read of that")
public record Reason(
        @NotBlank @Size(max = 500) @Schema(examples = "誤って登録したため")
        String reason) {}
