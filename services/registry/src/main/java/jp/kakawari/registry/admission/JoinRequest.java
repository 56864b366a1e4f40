package jp.kakawari.registry.admission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says who joins a scheme or agrees to its new policy. */
@Schema(description = "入会申込")
public record JoinRequest(
        @Schema(description = "関係人口のID; a person who joins by themself needs none")
        UUID supporter,

        @Schema(description = "入会先の自治体, where several run the scheme", examples = "212172")
        LocalGovernmentCode municipality,

        @Size(max = 40) @Schema(description = "同意した誓約の版", examples = "1")
        String pledgeVersion,

        @Size(max = 20)
        @Schema(
                description =
                        "質問票への回答: choices by codes of questions; nothing is kept of them but statistics that a question names",
                examples = "{\"intent\":\"yes\"}")
        Map<@NotNull @Size(max = 40) String, @NotNull @Size(max = 40) String> answers) {

    public String answer(String question) {
        return answers == null ? null : answers.get(question);
    }

    @Override
    public String toString() {
        return "JoinRequest[…]";
    }
}
