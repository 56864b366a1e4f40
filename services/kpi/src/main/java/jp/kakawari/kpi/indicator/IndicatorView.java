package jp.kakawari.kpi.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Measure;
import jp.kakawari.kpi.figure.Snapshot;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.Area;
import jp.kakawari.kpi.place.Areas;
import jp.kakawari.kpi.place.Level;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An indicator for a place.
 *
 * @param share numerator ÷ denominator to four places; null when one of them is hidden or nobody is in the denominator
 */
public record IndicatorView(
        String ja,
        String en,
        Level level,
        @Schema(examples = "152021") String code,
        @Schema(examples = "十日町市") String name,
        @Schema(examples = "FY2026") Period period,
        Cell numerator,
        Cell denominator,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true, examples = "0.4167")
        BigDecimal share,

        @Schema(examples = "1") int definitionVersion,
        @Schema(examples = "1") int suppressionVersion) {

    private static final int DECIMALS = 4;

    static IndicatorView of(Indicator indicator, Snapshot snapshot, int place) {
        Area area = Areas.get(place);
        Cell numerator = indicator.numerator(snapshot.figures(), place);
        Cell denominator = indicator.denominator(snapshot.figures(), place);
        return new IndicatorView(
                indicator.ja(),
                indicator.en(),
                area.level(),
                area.code(),
                area.name(),
                snapshot.period(),
                numerator,
                denominator,
                share(numerator, denominator),
                Measure.DEFINITION_VERSION,
                snapshot.policy().version());
    }

    private static BigDecimal share(Cell numerator, Cell denominator) {
        if (numerator.suppressed() || denominator.suppressed() || denominator.value() == 0) {
            return null;
        }
        return BigDecimal.valueOf(numerator.value())
                .divide(BigDecimal.valueOf(denominator.value()), DECIMALS, RoundingMode.HALF_UP);
    }
}
