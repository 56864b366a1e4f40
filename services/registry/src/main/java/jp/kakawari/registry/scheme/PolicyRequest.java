package jp.kakawari.registry.scheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a scheme promises its members from a day on. */
@Schema(name = "SchemePolicyRequest", description = "規約: something else than before makes a new version")
public record PolicyRequest(
        @Schema(description = "適用開始日; today where it is not said, and never before", examples = "2026-11-21")
        LocalDate validFrom,

        @NotEmpty @Size(max = 50) @Schema(description = "会員種別, the lowest first")
        List<@Valid @NotNull TierRequest> tiers,

        @Min(1) @Max(1200) @Schema(description = "有効期間（月）; absent: without end", examples = "12")
        Integer validMonths,

        @Size(max = 200) @Schema(description = "根拠となる条例・要綱", examples = "ファンクラブ設置要綱")
        String legalBasis,

        @Valid @Schema(description = "入会の条件; absent: members come by lists only")
        JoiningRules joining,

        @Schema(description = "条件を満たさなくなった会員の種別を下げる; true where it is not said", examples = "true")
        Boolean demotes,

        @Schema(description = "既存会員にも適用: members are moved to this version without being asked", examples = "false")
        Boolean movesMembers,

        @Size(max = 20) @Schema(description = "会員証で受けられる特典") List<@NotNull @Valid Entitlement> entitlements) {

    /** A tier as lists and cards name it. */
    @Schema(name = "SchemeTier", description = "会員種別")
    record TierRequest(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) @Schema(examples = "regular")
            String code,

            @NotBlank @Size(max = 40) @Schema(examples = "一般会員")
            String name,

            @Size(max = 80) @Schema(examples = "Regular") String nameEn,

            @Valid @Schema(description = "条件; the lowest tier has none")
            TierRule rule) {}

    /** In a list a tier goes by its code or its name, so no two may be alike. */
    void check(String family) {
        if (joining != null) {
            joining.check(family);
        }
        if (tiers.getFirst().rule() != null) {
            throw new InvalidBody()
                    .at("/policy/tiers/0/rule", "of the lowest tier must be absent", "最も低い会員種別に条件は付けられません");
        }
        Set<String> keys = new HashSet<>();
        for (int place = 0; place < tiers.size(); place++) {
            TierRequest tier = tiers.get(place);
            Set<String> own = Set.copyOf(List.of(Column.key(tier.code()), Column.key(tier.name())));
            if (!own.stream().allMatch(keys::add)) {
                throw new InvalidBody()
                        .at("/policy/tiers/" + place, "has the code or name of another tier", "コードか名称が他の会員種別と同じです");
            }
        }
    }

    /** A tier is lost once its rule is not met any more, unless the policy says that it isn't. */
    boolean demotesOrNot() {
        return !Boolean.FALSE.equals(demotes);
    }

    boolean movesMembersOrNot() {
        return Boolean.TRUE.equals(movesMembers);
    }

    List<Tier> asTiers() {
        return tiers.stream()
                .map(tier -> Tier.of(tier.code(), tier.name(), tier.nameEn(), tier.rule()))
                .toList();
    }
}
