package jp.kakawari.matching.recommendation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supporter who could help; nothing that names them. */
record RecommendedSupporter(
        @Schema(examples = "01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10")
        UUID supporter,

        @Schema(description = "0 to 1: the sum of the reasons' contributions", examples = "0.7421")
        BigDecimal score,

        @Schema(description = "Strongest first") List<Reason> reasons) {

    static RecommendedSupporter of(UUID supporter, List<Reason> reasons) {
        return new RecommendedSupporter(supporter, Reason.sum(reasons), reasons);
    }
}
