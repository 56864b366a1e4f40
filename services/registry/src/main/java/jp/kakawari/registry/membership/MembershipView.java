package jp.kakawari.registry.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.admission.Why;
import jp.kakawari.web.Revised;
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

        @Schema(description = "会員種別の手動設定: rules leave it alone", examples = "false")
        boolean tierByHand,

        @Schema(description = "規約の版: of the policy that it was made under", examples = "1")
        int policy,

        @Schema(description = "入会日", examples = "2026-04-01")
        LocalDate joinedOn,

        @Schema(description = "有効期限: its last day; absent without end", examples = "2027-03-31")
        LocalDate validUntil,

        @Schema(
                description = "PENDING 審査中, ACTIVE 有効, REJECTED 不承認, ENDED 終了",
                enumeration = {"PENDING", "ACTIVE", "REJECTED", "ENDED"},
                examples = "ACTIVE")
        String state,

        @Schema(description = "Whether it holds today: neither ended nor past its validity (現在有効)", examples = "true")
        boolean valid,

        @Schema(description = "終了日", examples = "2026-11-21")
        LocalDate endedOn,

        @Schema(
                description =
                        "WITHDREW 退会, EXPIRED 期限切れ, PAUSED 休止, NOT_LISTED 全件の名簿にない, REPLACED 再発行, ERASED 記録の削除, SCHEME_CLOSED 制度の終了",
                enumeration = {"WITHDREW", "EXPIRED", "PAUSED", "NOT_LISTED", "REPLACED", "ERASED", "SCHEME_CLOSED"})
        String endedBecause,

        @Schema(description = "同意した誓約の版", examples = "1") String pledgeVersion,

        @Schema(description = "判断の理由: what each rule said; absent where a list made it")
        List<Why> why,

        @Schema(
                description = "登録先: the municipality and, with it, its prefecture",
                examples = "[\"212172\",\"210005\"]")
        List<String> registeredWith,

        @Schema(
                description =
                        "what the caller may do now: renew 更新, withdraw 退会, consent 再同意, approve 承認, reject 不承認, set-tier 会員種別の手動設定",
                examples = "[\"withdraw\",\"consent\"]")
        List<String> allowedActions,

        @Schema(description = "記録元: list or joined", examples = "list")
        String source,

        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Revised {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static MembershipView of(Membership membership, List<String> allowedActions, LocalDate today) {
        return new MembershipView(
                membership.id(),
                membership.revision(),
                membership.municipality(),
                membership.scheme(),
                membership.supporter(),
                membership.number(),
                membership.tier(),
                membership.tierByHand(),
                membership.policy(),
                membership.joinedOn(),
                membership.validUntil(),
                membership.state().name(),
                membership.holds(today),
                membership.endedOn(),
                membership.endedBecause() == null
                        ? null
                        : membership.endedBecause().name(),
                membership.pledgeVersion(),
                membership.why(),
                registeredWith(membership.municipality()),
                allowedActions,
                membership.source(),
                membership.createdAt().atZone(JAPAN).toOffsetDateTime(),
                membership.updatedAt().atZone(JAPAN).toOffsetDateTime());
    }

    private static List<String> registeredWith(String municipality) {
        return List.of(
                municipality,
                LocalGovernmentCode.parse(municipality).prefecture().code().value());
    }
}
