package jp.kakawari.registry.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member organisation as the caller may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員団体: what is public of it; more for itself and the secretariat")
public record OrganizationView(
        @Schema(examples = "00000000-0000-7000-8000-000000212172")
        UUID id,

        @Schema(examples = "1") long revision,
        MemberState state,

        @Schema(description = "不承認・停止の理由, for itself and the secretariat")
        String stateReason,

        Kind kind,
        @Schema(examples = "飛騨市") String name,

        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String government,

        @Schema(description = "法人番号") String legalEntityNumber,

        @Schema(description = "所在地の都道府県", examples = "21") String prefecture,

        @Schema(description = "紹介文") String summary,
        String website,

        @Schema(description = "できることリスト", examples = "[\"草刈り機の講習\"]")
        List<String> capabilities,

        @Schema(description = "連絡先: with consent to its publication; always for itself and, by id, the secretariat")
        Contact contact,

        @Schema(description = "What the caller may do with it now")
        List<MemberAction> allowedActions,

        @Schema(
                description =
                        "引換コード: only in the answer to an application without a token; with it the organisation takes the secret of its client once it is admitted")
        String claimCode)
        implements Revised {

    OrganizationView withClaimCode(String code) {
        return new OrganizationView(
                id,
                revision,
                state,
                stateReason,
                kind,
                name,
                government,
                legalEntityNumber,
                prefecture,
                summary,
                website,
                capabilities,
                contact,
                allowedActions,
                code);
    }

    /** As everybody sees it. */
    static OrganizationView of(Organization organization, Contact contact) {
        return of(organization, contact, null, List.of());
    }

    static OrganizationView of(
            Organization organization, Contact contact, String reason, List<MemberAction> allowedActions) {
        return new OrganizationView(
                organization.id(),
                organization.revision(),
                organization.state(),
                reason,
                organization.kind(),
                organization.name(),
                organization.government(),
                organization.legalEntityNumber(),
                organization.prefecture(),
                organization.summary(),
                organization.website(),
                List.copyOf(organization.capabilities()),
                contact,
                allowedActions,
                null);
    }
}
