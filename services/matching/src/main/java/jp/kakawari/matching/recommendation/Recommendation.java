package jp.kakawari.matching.recommendation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recommended program. */
record Recommendation(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @Schema(examples = "根羽村の木育とおもちゃづくり") String title,

        @Schema(description = "0 to 1: the sum of the reasons' contributions", examples = "0.3921")
        BigDecimal score,

        @Schema(description = "Strongest first") List<Reason> reasons) {

    static Recommendation of(Candidate candidate, List<Reason> reasons) {
        return new Recommendation(candidate.id(), candidate.title(), Reason.sum(reasons), reasons);
    }
}
