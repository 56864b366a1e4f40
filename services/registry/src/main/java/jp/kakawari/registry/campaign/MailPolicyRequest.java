package jp.kakawari.registry.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cap of a municipality. */
@Schema(name = "MailPolicyRequest", description = "配信頻度の上限")
record MailPolicyRequest(
        @Min(1) @Max(31) @Schema(description = "1か月あたり", examples = "1")
        int perMonth,

        @Min(1) @Max(366) @Schema(description = "1年あたり", examples = "4")
        int perYear) {}
