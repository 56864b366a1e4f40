package jp.kakawari.registry.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scheme as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員制度の公開情報")
public record SchemeView(
        @Schema(description = "制度コード", examples = "hida-fanclub")
        String code,

        @Schema(examples = "1") long revision,
        @Schema(description = "OPEN 受付中, CLOSED 受付終了") SchemeState state,
        @Schema(examples = "飛騨市ファンクラブ") String name,
        String nameKana,
        String nameEn,

        @Schema(description = "運営する自治体", examples = "[\"212172\"]")
        List<String> municipalities,

        @Schema(description = "制度群", examples = "furusato-toroku")
        String family,

        @Schema(description = "The policy in force (適用中の規約)")
        Policy policy,

        @Schema(description = "The newest one, where it does not hold yet (適用予定の規約)")
        Policy announced,

        @Schema(
                description = "what the caller may do now: change 登録内容・規約の変更, close 制度の終了, hand-over 引き継ぎ, join 入会",
                examples = "[\"change\", \"close\", \"hand-over\"]")
        List<String> allowedActions)
        implements Revised {

    /** @param validMonths null: without end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SchemePolicy", description = "規約の版")
    record Policy(
            @Schema(examples = "1") int version,
            @Schema(examples = "2026-04-01") LocalDate validFrom,
            List<PolicyRequest.TierRequest> tiers,
            @Schema(examples = "12") Integer validMonths,

            @Schema(description = "根拠となる条例・要綱", examples = "ファンクラブ設置要綱")
            String legalBasis,

            @Schema(description = "入会の条件; absent: members come by lists only")
            JoiningRules joining,

            @Schema(description = "条件を満たさなくなった会員の種別を下げる", examples = "true")
            boolean demotes,

            @Schema(description = "既存会員にも適用", examples = "false")
            boolean movesMembers,

            @Schema(description = "会員証で受けられる特典") List<Entitlement> entitlements) {

        static Policy of(SchemePolicy policy) {
            return new Policy(
                    policy.version(),
                    policy.validFrom(),
                    policy.tiers().stream()
                            .map(tier ->
                                    new PolicyRequest.TierRequest(tier.code(), tier.name(), tier.nameEn(), tier.rule()))
                            .toList(),
                    policy.validMonths(),
                    policy.legalBasis(),
                    policy.joining(),
                    policy.demotes(),
                    policy.movesMembers(),
                    policy.entitlements());
        }
    }

    static SchemeView of(Scheme scheme, List<String> allowedActions, LocalDate today) {
        return new SchemeView(
                scheme.code(),
                scheme.revision(),
                scheme.state(),
                scheme.name(),
                scheme.nameKana(),
                scheme.nameEn(),
                List.copyOf(scheme.municipalities()),
                scheme.family(),
                Policy.of(scheme.inForce(today)),
                scheme.announced(today).map(Policy::of).orElse(null),
                allowedActions);
    }
}
