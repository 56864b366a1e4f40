package jp.kakawari.registry.municipality;

import jp.kakawari.japan.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality of the national list. */
@Schema(description = "市区町村")
public record MunicipalityView(
        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String localGovernmentCode,

        @Schema(examples = "飛騨市") String name,
        @Schema(examples = "ヒダシ") String kana,
        Municipality.Kind kind,
        @Schema(examples = "岐阜県") String prefecture,
        @Schema(examples = "36.238") double latitude,
        @Schema(examples = "137.186") double longitude,

        @Schema(description = "国勢調査2020; absent where the census could not count", examples = "22538")
        Integer population) {

    static MunicipalityView of(Municipality municipality) {
        return new MunicipalityView(
                municipality.code().value(),
                municipality.name(),
                municipality.kana(),
                municipality.kind(),
                municipality.prefecture().ja(),
                municipality.latitude(),
                municipality.longitude(),
                municipality.population().isPresent()
                        ? municipality.population().getAsInt()
                        : null);
    }
}
