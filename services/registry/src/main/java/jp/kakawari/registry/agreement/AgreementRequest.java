package jp.kakawari.registry.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement as one of its parties proposes it. */
@Schema(description = "連携協約・連携協定")
record AgreementRequest(
        @NotNull @Schema(description = "種別, see /v1/code-lists/agreement-types", examples = "COOPERATION")
        AgreementType type,

        @NotBlank @Size(max = 200) @Schema(examples = "備後圏域連携中枢都市圏連携協約")
        String name,

        @NotNull
        @Size(min = 2, max = 100)
        @Schema(
                description = "当事者: member organisations, the proposing one among them",
                examples = "[\"00000000-0000-7000-8000-000000212172\", \"00000000-0000-7000-8000-000000194425\"]")
        Set<@NotNull UUID> parties,

        @NotNull @Schema(description = "共有する情報: SUPPORTER_COUNTS 関係人口数", examples = "[\"SUPPORTER_COUNTS\"]")
        Set<@NotNull SharedData> shares,

        @NotNull @Schema(description = "発効日", examples = "2026-04-01")
        LocalDate validFrom,

        @Schema(description = "最終日; absent: without end", examples = "2031-03-31")
        LocalDate validUntil) {

    void check(UUID proposer, LocalDate today) {
        if (!parties.contains(proposer)) {
            throw new InvalidBody().at("/parties", "must name you too", "あなたの団体も指定してください");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new InvalidBody().at("/validUntil", "is before validFrom", "発効日より前の日付です");
        }
        if (validUntil != null && validUntil.isBefore(today)) {
            throw new InvalidBody().at("/validUntil", "is over already", "すでに過ぎた日付です");
        }
    }
}
