package jp.kakawari.registry.organization;

import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member organisation as everybody may see it. */
@Schema(description = "会員団体の公開情報")
public record OrganizationView(
        @Schema(examples = "00000000-0000-7000-8000-000000212172")
        UUID id,

        @Schema(examples = "1") long revision,
        State state,
        Kind kind,
        @Schema(examples = "飛騨市") String name,

        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String government) {

    static OrganizationView of(Organization organization) {
        OrganizationChanged told = organization.told();
        return new OrganizationView(
                told.id(), told.revision(), told.state(), told.kind(), told.name(), told.government());
    }
}
