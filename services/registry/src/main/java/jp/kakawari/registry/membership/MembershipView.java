package jp.kakawari.registry.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A membership as the municipality sees it that keeps it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員")
public record MembershipView(
        UUID id,
        @Schema(examples = "1") long revision,
        @Schema(examples = "212172") String municipality,

        @Schema(description = "制度コード", examples = "hida-fanclub")
        String scheme,

        @Schema(description = "関係人口のID") UUID supporter,

        @Schema(description = "会員証番号; absent once the person's record was removed", examples = "F-000123")
        String number,

        @Schema(description = "会員種別", examples = "regular") String tier,

        @Schema(description = "規約の版: of the policy that it was made under", examples = "1")
        int policy,

        @Schema(description = "入会日", examples = "2026-04-01")
        LocalDate joinedOn,

        @Schema(description = "有効期限: its last day; absent without end", examples = "2027-03-31")
        LocalDate validUntil,

        @Schema(
                enumeration = {"ACTIVE", "ENDED"},
                examples = "ACTIVE")
        String state,

        @Schema(description = "Whether it holds today: neither ended nor past its validity (現在有効)", examples = "true")
        boolean valid,

        @Schema(description = "終了日", examples = "2026-11-21")
        LocalDate endedOn,

        @Schema(
                description = "WITHDREW 退会, EXPIRED 期限切れ, PAUSED 休止, NOT_LISTED 全件の名簿にない, REPLACED 再発行, ERASED 記録の削除",
                enumeration = {"WITHDREW", "EXPIRED", "PAUSED", "NOT_LISTED", "REPLACED", "ERASED"})
        String endedBecause,

        @Schema(description = "記録元", examples = "list") String source,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static MembershipView of(Membership membership, LocalDate today) {
        MembershipChanged told = membership.told();
        return new MembershipView(
                told.id(),
                told.revision(),
                told.municipality(),
                told.scheme(),
                told.supporter(),
                membership.number(),
                told.tier(),
                told.policy(),
                told.joinedOn(),
                told.validUntil(),
                told.state().name(),
                membership.holds(today),
                told.endedOn(),
                told.endedBecause() == null ? null : told.endedBecause().name(),
                membership.source(),
                membership.createdAt().atZone(JAPAN).toOffsetDateTime(),
                membership.updatedAt().atZone(JAPAN).toOffsetDateTime());
    }
}
