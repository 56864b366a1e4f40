package jp.kakawari.registry.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member's card is good for, and how often (特典). */
@Schema(description = "特典: how often a card may be used for it")
public record Entitlement(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 40) @Schema(examples = "castle-entry")
        String code,

        @NotBlank @Size(max = 100) @Schema(examples = "城への入城")
        String name,

        @NotNull @Min(1) @Max(1000) @Schema(examples = "1") Integer times,

        @NotNull @Schema(description = "EVER 通算, YEAR 暦年ごと, DAY 日ごと", examples = "EVER")
        Per per,

        @Min(1)
        @Max(1000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "紹介カードの枚数: earned once so many were redeemed; absent: everybody's", examples = "10")
        Integer afterReferrals) {

    /** By what its uses are counted. */
    public enum Per {
        EVER,
        YEAR,
        DAY
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The period of that day within which uses are counted. */
    public String period(LocalDate day) {
        return switch (per) {
            case EVER -> "EVER";
            case YEAR -> Integer.toString(day.getYear());
            case DAY -> day.toString();
        };
    }

    static String write(List<Entitlement> entitlements) {
        try {
            return entitlements == null || entitlements.isEmpty() ? null : JSON.writeValueAsString(entitlements);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** None for null. */
    static List<Entitlement> parse(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Entitlement>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("entitlements can't be read", broken);
        }
    }
}
