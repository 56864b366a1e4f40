package jp.kakawari.kpi.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A target of the State (国の数値目標). None is imposed on a government: each chooses its own indicators.
 *
 * @param remaining from the baseline to the target
 * @param achieved baseline ÷ target to three places
 * @param onThisPlatform the same thing as this platform's facts count it, null where it can't; not comparable without
 *     regard to its definition
 */
public record Target(
        @Schema(examples = "acting-governments") String id,
        String titleJa,
        String titleEn,
        @Schema(examples = "409") long baseline,
        @Schema(examples = "2017-12-01") String baselineAt,
        @Schema(examples = "1000") long target,
        @Schema(examples = "FY2024") String targetAt,
        @Schema(examples = "591") long remaining,
        @Schema(examples = "0.409") BigDecimal achieved,
        String source,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        Observed onThisPlatform) {

    /** A count of this platform and what it counts. */
    public record Observed(long value, String ja, String en) {}

    static long remaining(long baseline, long target) {
        return target - baseline;
    }

    static BigDecimal achieved(long baseline, long target) {
        return BigDecimal.valueOf(baseline).divide(BigDecimal.valueOf(target), 3, RoundingMode.HALF_UP);
    }
}
