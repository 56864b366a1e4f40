package jp.kakawari.registry.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.terms.FieldGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a consent, which nobody can change any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ConsentStep", description = "同意の履歴の一件")
public record ConsentStep(
        UUID id,
        OffsetDateTime at,

        @Schema(description = "目的; GUARDIAN for a guardian's consent (保護者の同意)", examples = "MATCHING")
        String purpose,

        @Schema(description = "提供先; absent for a guardian's consent", examples = "212172")
        String recipient,

        ConsentState state,
        List<FieldGroup> fields,

        @Schema(description = "条件の版", examples = "1") Integer terms,

        Through through,
        @Schema(description = "記録した団体") UUID toldBy) {}
