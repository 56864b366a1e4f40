package jp.kakawari.registry.municipality;

import jp.kakawari.japan.Prefecture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many are tied to the municipalities of a prefecture without living there. Sums under ten are withheld, as in every
 * published figure.
 *
 * @param people each person once (実人数)
 * @param ties each tie, so a person with two municipalities twice (延べ人数)
 */
@Schema(description = "関係人口の数: residents are not counted; a sum of 1 to 9 is withheld (absent)")
public record SupporterCounts(
        @Schema(description = "都道府県コード", examples = "210005")
        String prefecture,

        @Schema(description = "実人数", examples = "3021") Long people,
        @Schema(description = "延べ人数", examples = "3035") Long ties,

        @Schema(description = "関係する団体の数: organisations, which are no persons and counted apart", examples = "12")
        Long organizations,

        @Schema(description = "1〜9 のため秘匿した") boolean suppressed) {

    static SupporterCounts of(Prefecture prefecture, long people, long ties, long organizations) {
        boolean suppressed = Withheld.is(people);
        return new SupporterCounts(
                prefecture.code().value(),
                suppressed ? null : people,
                suppressed ? null : ties,
                Withheld.is(organizations) ? null : organizations,
                suppressed);
    }
}
