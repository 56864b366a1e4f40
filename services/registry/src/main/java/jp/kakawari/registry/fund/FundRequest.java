package jp.kakawari.registry.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fund as its municipality states it. */
@Schema(description = "ふるさと基金")
public record FundRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "LOVE SAIJO 基金")
        String name,

        @Size(max = 300) @Schema(description = "使いみち", examples = "棚田・里山の保全")
        String purpose) {}
