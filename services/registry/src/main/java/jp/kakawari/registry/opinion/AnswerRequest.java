package jp.kakawari.registry.opinion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the municipality answers. It never prints itself. */
@Schema(name = "OpinionAnswerRequest", description = "意見への回答")
record AnswerRequest(
        @NotBlank @Size(max = 5_000) @Schema(examples = "担当課で検討します。")
        String text) {

    @Override
    public String toString() {
        return "AnswerRequest[…]";
    }
}
