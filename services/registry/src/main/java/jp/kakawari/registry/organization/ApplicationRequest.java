package jp.kakawari.registry.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.CorporateNumber;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation asks to become a member. */
@Schema(name = "OrganizationApplication", description = "入会申請")
public record ApplicationRequest(
        @NotNull @Schema(description = "団体種別, see /v1/code-lists/organization-kinds", examples = "NPO")
        Kind kind,

        @NotBlank @Size(max = 200) @Schema(examples = "里山ネット")
        String name,

        @Schema(description = "全国地方公共団体コード, for GOVERNMENT and only for it")
        LocalGovernmentCode government,

        @Schema(description = "法人番号: 13 digits with their check digit")
        CorporateNumber legalEntityNumber,

        @Size(max = 10) @Schema(description = "所在地の都道府県: two digits or a name", examples = "21")
        String prefecture,

        @Size(max = 500) @Schema(description = "紹介文") String summary,

        @Size(max = 300) @Pattern(regexp = "https?://[^\\s<>\"]+", message = "http:// または https:// で始まる URL を指定してください")
        String website,

        @Size(max = 50) @Schema(description = "できることリスト", examples = "[\"草刈り機の講習\"]")
        List<@NotBlank @Size(max = 50) String> capabilities,

        @NotNull @Valid @Schema(description = "連絡先: whom the secretariat asks; shown to others only with consent")
        Contact contact,

        @Schema(description = "連絡先の公開に同意するか") Boolean contactPublished) {

    void check() {
        member().check();
        if (kind == Kind.SECRETARIAT) {
            throw new InvalidBody().at("/kind", "can't be applied for", "この種別では申請できません");
        }
    }

    ProfileRequest presented() {
        return new ProfileRequest(summary, website, capabilities, contact, contactPublished);
    }

    MemberDetails member() {
        return new MemberDetails(kind, name, government, legalEntityNumber, prefecture);
    }
}
