package jp.kakawari.registry.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a recipient asks people to consent to. */
@Schema(name = "ConsentTermsRequest", description = "同意の条件")
public record TermsRequest(
        @NotEmpty
        @Size(max = 20)
        @Schema(
                description = "提供項目, see /v1/code-lists/consent-fields: people may give fewer",
                examples = "[\"NAME\",\"PROFILE\"]")
        List<@NotNull FieldGroup> fields,

        @NotBlank
        @Size(max = 10_000)
        @Schema(description = "利用目的・保存期間など, as people read it", examples = "応援市民の技能を地域の困りごとに活かすために利用します。")
        String text) {

    boolean says(TermsView known) {
        return known.text().equals(text) && known.fields().equals(FieldGroup.sorted(fields));
    }
}
