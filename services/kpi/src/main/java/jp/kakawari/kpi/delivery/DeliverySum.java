package jp.kakawari.kpi.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a municipality's campaigns of one kind came to; a number of people below the threshold is hidden. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "配信・アンケートの実績")
public record DeliverySum(
        @Schema(examples = "SURVEY") String kind,
        @Schema(description = "配信数", examples = "1") long campaigns,

        @Schema(description = "送った通数; absent where hidden", examples = "100")
        Long sent,

        @Schema(description = "回答数, of surveys; absent where hidden", examples = "40")
        Long answered,

        @Schema(description = "回答率: answered by sent, two digits; absent where one of them is", examples = "0.40")
        BigDecimal responseRate,

        @Schema(description = "Whether a number is hidden", examples = "false")
        boolean hidden) {

    /** Neither those who answered nor those who didn't may be few. */
    static DeliverySum of(String kind, long campaigns, long sent, long answered, int threshold) {
        boolean survey = kind.equals("SURVEY");
        boolean few = few(sent, threshold) || survey && (few(answered, threshold) || few(sent - answered, threshold));
        boolean rated = survey && !few && sent > 0;
        return new DeliverySum(
                kind,
                campaigns,
                few(sent, threshold) ? null : sent,
                survey && !few ? answered : null,
                rated ? BigDecimal.valueOf(answered).divide(BigDecimal.valueOf(sent), 2, RoundingMode.HALF_UP) : null,
                few);
    }

    private static boolean few(long people, int threshold) {
        return people > 0 && people < threshold;
    }
}
