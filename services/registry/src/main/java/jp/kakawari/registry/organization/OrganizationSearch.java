package jp.kakawari.registry.organization;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.web.InvalidParameter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is looked for in the directory, for {@code @BeanParam}. */
record OrganizationSearch(
        @QueryParam("state")
        @DefaultValue("ACTIVE")
        @Parameter(description = "状態; APPLIED and REFUSED for the secretariat only", example = "ACTIVE")
        @Schema(defaultValue = "ACTIVE")
        MemberState state,

        @QueryParam("kind")
        @Parameter(description = "団体種別, see /v1/code-lists/organization-kinds", example = "GOVERNMENT")
        Kind kind,

        @QueryParam("government") @Parameter(description = "全国地方公共団体コード", example = "212172")
        LocalGovernmentCode government,

        @QueryParam("prefecture") @Parameter(description = "所在地の都道府県: two digits or a name", example = "21")
        String prefecture,

        @QueryParam("capability")
        @Parameter(description = "できること: any part of what they can do", example = "草刈り")
        @Schema(maxLength = 50)
        String capability) {

    Organizations.Filter filter() {
        if (capability != null
                && (capability.length() > 50 || Capabilities.folded(capability).isEmpty())) {
            throw new InvalidParameter("capability", "has 1 to 50 characters", "1〜50文字で指定してください");
        }
        return new Organizations.Filter(
                state,
                kind,
                government == null ? null : government.value(),
                prefecture == null ? null : number(),
                capability);
    }

    private String number() {
        return Prefecture.find(prefecture)
                .map(Prefecture::number)
                .orElseThrow(() -> new InvalidParameter("prefecture", "is no prefecture of Japan", "都道府県が正しくありません"));
    }
}
