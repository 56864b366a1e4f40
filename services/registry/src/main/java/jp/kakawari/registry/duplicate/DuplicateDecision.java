package jp.kakawari.registry.duplicate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether two records are one person (名寄せの判断). */
@Schema(description = "名寄せの判断")
public record DuplicateDecision(
        @NotNull
        @Schema(
                description = "true: 同一人, they count as one; false: 別人, they count as two and are not proposed again",
                examples = "true")
        Boolean samePerson) {}
