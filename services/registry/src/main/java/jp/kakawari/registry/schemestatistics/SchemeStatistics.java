package jp.kakawari.registry.schemestatistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sums over the members of a scheme whose membership holds today; those of 1 to 9 are withheld, and shares that would tell them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員の統計: a sum of 1 to 9 is withheld (absent)")
record SchemeStatistics(
        @Schema(examples = "kazuno-ke") String scheme,

        @Schema(description = "会員数", examples = "164") Long members,

        @Schema(
                description = "年代別; absent bands are withheld, with others that would tell them, or empty",
                examples = "{\"20s\": 40, \"30s\": 45}")
        Map<String, Long> byAgeBand,

        @Schema(
                description =
                        "20〜40代の割合, of those whose age is known, in whole percents; absent while a band is withheld",
                examples = "0.70")
        Double share20to49,

        @Schema(description = "移住の意向を答えた人数", examples = "164")
        Long migrationIntentAnswered,

        @Schema(description = "移住の意向がある割合, of those who answered, in whole percents", examples = "0.91")
        Double migrationIntent) {}
