package jp.kakawari.registry.delegation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delegation as the one who grants it states it. */
@Schema(description = "委任")
record DelegationRequest(
        @NotNull
        @Schema(description = "委任先: an active member organisation", examples = "00000000-0000-7000-8000-00000000a001")
        UUID intermediary,

        @NotEmpty
        @Schema(
                description =
                        "委任の範囲, see /v1/code-lists/delegation-scopes; SUPPORTERS_READ, ENGAGEMENTS and APPLICATIONS by municipalities",
                examples = "[\"PROGRAMS\"]")
        Set<@NotNull Scope> scopes,

        @NotNull @Schema(description = "開始日", examples = "2026-04-01")
        LocalDate validFrom,

        @Schema(description = "最終日; absent: without end", examples = "2027-03-31")
        LocalDate validUntil) {

    void check(UUID grantor, boolean isMunicipality, LocalDate today) {
        if (grantor.equals(intermediary)) {
            throw new InvalidBody().at("/intermediary", "is you yourself", "自団体には委任できません");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new InvalidBody().at("/validUntil", "is before validFrom", "開始日より前の日付です");
        }
        if (validUntil != null && validUntil.isBefore(today)) {
            throw new InvalidBody().at("/validUntil", "is over already", "すでに過ぎた日付です");
        }
        if (!isMunicipality && !scopes.equals(Set.of(Scope.PROGRAMS))) {
            throw new InvalidBody()
                    .at("/scopes", "only a municipality has supporters to delegate", "市区町村以外が委任できるのは PROGRAMS だけです");
        }
    }
}
