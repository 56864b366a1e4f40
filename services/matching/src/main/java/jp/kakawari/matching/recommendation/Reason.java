package jp.kakawari.matching.recommendation;

import java.math.BigDecimal;
import java.util.List;
import jp.kakawari.matching.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a program or a supporter is recommended (推薦理由). */
record Reason(
        @Schema(examples = "INTEREST") Feature feature,

        @Schema(description = "Its share of the score; the contributions add up to it", examples = "0.2613")
        BigDecimal contribution,

        Bilingual sentence) {

    static BigDecimal sum(List<Reason> reasons) {
        return reasons.stream().map(Reason::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
