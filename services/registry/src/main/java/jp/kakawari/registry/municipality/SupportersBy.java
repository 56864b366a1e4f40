package jp.kakawari.registry.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of a municipality's supporters came how, residents included. */
@Schema(
        description =
                "市区町村の関係人口の内訳: all of its supporters, residents included; nothing is withheld from the municipality itself")
record SupportersBy(
        @Schema(examples = "434230") String municipality,
        Attribute by,

        @Schema(description = "全員", examples = "65") long supporters,

        @Schema(description = "The most frequent first, at most 1,000")
        List<Count> counts) {

    /** @param value absent for those of whom it is not known */
    @Schema(name = "SupportersOf")
    record Count(
            @Schema(examples = "YOITOKO") String value,
            @Schema(examples = "42") long supporters) {}

    /** By what is counted. */
    @Schema(name = "SupportersByAttribute", description = "channel 登録経路, affiliation 団体, assurance 本人確認の程度, kind 個人・団体")
    enum Attribute {
        @JsonProperty("channel")
        CHANNEL("s.channel"),
        @JsonProperty("affiliation")
        AFFILIATION("t.affiliation"),
        @JsonProperty("assurance")
        ASSURANCE("s.assurance"),
        @JsonProperty("kind")
        KIND("s.kind");

        private final String column;

        Attribute(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
