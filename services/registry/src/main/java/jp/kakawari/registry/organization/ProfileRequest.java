package jp.kakawari.registry.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an organisation presents itself in the directory. */
@Schema(name = "OrganizationProfile", description = "公開プロフィール")
public record ProfileRequest(
        @Size(max = 500) @Schema(description = "紹介文", examples = "里山の手入れを続ける市民の会です")
        String summary,

        @Size(max = 300)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "http:// または https:// で始まる URL を指定してください")
        @Schema(examples = "https://example.jp/")
        String website,

        @Size(max = 50) @Schema(description = "できることリスト: free words", examples = "[\"草刈り機の講習\", \"古民家改修\"]")
        List<@NotBlank @Size(max = 50) String> capabilities,

        @Valid Contact contact,

        @Schema(description = "連絡先の公開に同意しているか; otherwise only the organisation itself and the secretariat see it")
        Boolean contactPublished) {

    public ProfileRequest {
        capabilities = capabilities == null ? List.of() : capabilities;
        contactPublished = Boolean.TRUE.equals(contactPublished);
    }

    void check() {
        if (contactPublished && contact == null) {
            throw new InvalidBody().at("/contactPublished", "goes with a contact", "公開する連絡先がありません");
        }
    }
}
