package jp.kakawari.kpi.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published figure (公表値), or a row of them, with what recomputing gives.
 *
 * @param labels what each row is, where there are several
 * @param inputs the terms of each row
 * @param decimals to which a result is rounded, half up
 * @param published what was printed, null where it only follows from printed numbers
 * @param tolerance by how much rounding in the source may make the sum of printed numbers differ
 * @param recomputed the formula's result for each row
 */
public record PublishedFigure(
        @Schema(examples = "G1") String id,
        String titleJa,
        String titleEn,
        String source,
        Formula formula,
        List<String> labels,
        List<List<BigDecimal>> inputs,
        int decimals,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        List<BigDecimal> published,

        BigDecimal tolerance,
        Weighting weighting,
        String noteJa,
        String noteEn,
        List<BigDecimal> recomputed,
        Status status) {

    /** Whether survey answers were weighted (ウェイトバック) to the population. */
    public enum Weighting {
        @JsonProperty("none")
        NONE,
        @JsonProperty("weighted")
        WEIGHTED,
        @JsonProperty("unweighted")
        UNWEIGHTED
    }

    /** How what was recomputed compares with what was published. */
    public enum Status {
        @JsonProperty("reproduces")
        REPRODUCES,
        @JsonProperty("within-rounding")
        WITHIN_ROUNDING,
        @JsonProperty("does-not-reproduce")
        DOES_NOT_REPRODUCE,
        @JsonProperty("not-published")
        NOT_PUBLISHED
    }

    /** The figure as stored, recomputed. */
    PublishedFigure recompute() {
        List<BigDecimal> results = inputs.stream()
                .map(terms -> formula.of(terms).setScale(decimals, RoundingMode.HALF_UP))
                .toList();
        return new PublishedFigure(
                id,
                titleJa,
                titleEn,
                source,
                formula,
                labels,
                inputs,
                decimals,
                published,
                tolerance,
                weighting,
                noteJa,
                noteEn,
                results,
                status(results));
    }

    private Status status(List<BigDecimal> results) {
        if (published == null) {
            return Status.NOT_PUBLISHED;
        }
        BigDecimal farthest = IntStream.range(0, results.size())
                .mapToObj(row -> results.get(row).subtract(published.get(row)).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        if (farthest.signum() == 0) {
            return Status.REPRODUCES;
        }
        return farthest.compareTo(tolerance) <= 0 ? Status.WITHIN_ROUNDING : Status.DOES_NOT_REPRODUCE;
    }
}
