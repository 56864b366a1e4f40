package jp.kakawari.registry.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member organisation as the secretariat states it. */
@Schema(description = "会員団体")
public record OrganizationRequest(
        @NotNull @Schema(description = "ACTIVE 会員, SUSPENDED 停止, LEFT 退会", examples = "ACTIVE")
        State state,

        @NotNull @Schema(examples = "GOVERNMENT") Kind kind,
        @NotBlank @Size(max = 200) @Schema(examples = "飛騨市") String name,

        @Schema(description = "全国地方公共団体コード, for GOVERNMENT and only for it")
        LocalGovernmentCode government) {

    void check() {
        if ((kind == Kind.GOVERNMENT) != (government != null)) {
            throw new InvalidBody()
                    .at("/government", "stands for a GOVERNMENT and only for it", "種別が GOVERNMENT のときだけ指定できます（必須）");
        }
        if (government != null
                && !government.isPrefecture()
                && Municipalities.byCode(government).isEmpty()) {
            throw new InvalidBody().at("/government", "is no government of today", "現存する自治体のコードではありません");
        }
    }

    String governmentCode() {
        return government == null ? null : government.value();
    }

    static OrganizationRequest of(OrganizationChanged told) {
        return new OrganizationRequest(
                told.state(),
                told.kind(),
                told.name(),
                told.government() == null ? null : LocalGovernmentCode.parse(told.government()));
    }
}
