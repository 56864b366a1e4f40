package jp.kakawari.registry.supporter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tie that is wished for (関わりの登録). */
@Schema(description = "関わり: the municipality, how it began, and whether it may write")
public record TieRequest(
        @NotNull LocalGovernmentCode municipality,

        @Size(max = 10) @Schema(description = "関わりのきっかけ, see /v1/code-lists/origins", examples = "[\"FESTIVAL\"]")
        List<@NotNull Origin> origins,

        @Schema(description = "メール配信同意; absent is no", examples = "true")
        Boolean mailConsent) {

    public TieRequest {
        origins = origins == null ? List.of() : origins;
        mailConsent = mailConsent != null && mailConsent;
    }

    static TieRequest of(String municipality, List<String> origins, boolean mailConsent) {
        return new TieRequest(
                LocalGovernmentCode.parse(municipality),
                origins.stream().map(Origin::valueOf).toList(),
                mailConsent);
    }
}
