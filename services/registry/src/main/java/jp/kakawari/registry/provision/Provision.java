package jp.kakawari.registry.provision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody's data were given to a recipient. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "第三者提供記録")
public record Provision(
        UUID id,
        OffsetDateTime at,
        @Schema(description = "提供先", examples = "212172") String recipient,
        @Schema(description = "本人") UUID supporter,
        @Schema(description = "目的") Purpose purpose,
        @Schema(description = "提供項目") List<FieldGroup> fields,
        @Schema(description = "条件の版", examples = "1") Integer terms,

        @Schema(description = "根拠となった同意: a step of the consent's history")
        UUID consent) {}
