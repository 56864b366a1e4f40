package jp.kakawari.registry.scheme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.contracts.Activity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to reach a tier (会員種別の条件): attested engagements for those who run the scheme. */
@Schema(description = "会員種別の条件: so much in the ledger; a tier without one is set by hand or by lists only")
public record TierRule(
        @NotNull @Schema(description = "COUNT 回数, DAYS 日数, YEN 金額（円）", examples = "COUNT")
        Measure measure,

        @NotNull @Min(1) @Max(1_000_000_000_000L) @Schema(examples = "3")
        Long atLeast,

        @Min(1) @Max(1200) @Schema(description = "さかのぼる月数; absent: since ever", examples = "12")
        Integer months,

        @Size(max = 31) @Schema(description = "数える過ごし方; absent: all", examples = "[\"VOLUNTEERING\"]")
        List<@NotNull Activity> activities) {

    /** What is counted. */
    public enum Measure {
        COUNT,
        DAYS,
        YEN
    }
}
