package jp.kakawari.registry.terms;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Terms of a recipient as everybody may read them. */
@Schema(name = "ConsentTerms", description = "同意の条件")
public record TermsView(
        @Schema(description = "提供先", examples = "212172") String recipient,
        @Schema(description = "目的") Purpose purpose,

        @Schema(description = "版: also the ETag", examples = "1")
        int version,

        @Schema(description = "提供項目") List<FieldGroup> fields,
        @Schema(examples = "応援市民の技能を地域の困りごとに活かすために利用します。") String text,
        OffsetDateTime putAt,

        @Schema(description = "what the caller may do: change 改定", examples = "[\"change\"]")
        List<String> allowedActions) {

    /** As their recipient reads those in force. */
    TermsView toRecipient() {
        return new TermsView(recipient, purpose, version, fields, text, putAt, List.of("change"));
    }
}
