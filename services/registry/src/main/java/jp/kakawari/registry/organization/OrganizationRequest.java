package jp.kakawari.registry.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.japan.CorporateNumber;
import jp.kakawari.japan.LocalGovernmentCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member organisation as the secretariat states it. */
@Schema(description = "会員団体")
public record OrganizationRequest(
        @NotNull @Schema(description = "ACTIVE 会員, SUSPENDED 停止, LEFT 退会", examples = "ACTIVE")
        State state,

        @NotNull @Schema(description = "団体種別, see /v1/code-lists/organization-kinds", examples = "GOVERNMENT")
        Kind kind,

        @NotBlank @Size(max = 200) @Schema(examples = "飛騨市") String name,

        @Schema(description = "全国地方公共団体コード, for GOVERNMENT and only for it")
        LocalGovernmentCode government,

        @Schema(description = "法人番号: 13 digits with their check digit")
        CorporateNumber legalEntityNumber,

        @Size(max = 10) @Schema(description = "所在地の都道府県: two digits or a name; a government's follows from its code")
        String prefecture) {

    MemberDetails member() {
        return new MemberDetails(kind, name, government, legalEntityNumber, prefecture);
    }
}
