package jp.kakawari.registry.audience;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jp.kakawari.contracts.Stage;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of a municipality's supporters (配信対象): those who meet all that is said; nothing said is everybody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "配信対象: all conditions that are named hold; none is everybody tied to the municipality")
public record Segment(
        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "制度コードを指定してください")
        @Schema(description = "制度: members that the municipality keeps", examples = "hida-fanclub")
        String scheme,

        @Size(max = 64) @Schema(description = "会員種別, with a scheme", examples = "regular")
        String tier,

        @Schema(description = "関わりの段階", examples = "WARM") Stage stage,

        @Schema(description = "関わりのきっかけ", examples = "FESTIVAL")
        Origin origin,

        @Size(max = 100) @Schema(description = "できること", examples = "翻訳")
        String skill,

        @Size(max = 100) @Schema(description = "関心", examples = "里山")
        String interest,

        @Size(max = 35) @Schema(description = "言語: one that they read", examples = "ja")
        String language,

        @Pattern(regexp = "[A-Z]{2}", message = "2文字の国コードを指定してください") @Schema(description = "居住国", examples = "JP")
        String country,

        @Pattern(regexp = "[0-9]{2}", message = "2桁の都道府県コードを指定してください") @Schema(description = "居住都道府県", examples = "13")
        String prefecture) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everybody. */
    public static final Segment ALL = new Segment(null, null, null, null, null, null, null, null, null);

    public void check(String at) {
        if (tier != null && scheme == null) {
            throw new InvalidBody().at(at + "/tier", "goes with a scheme", "会員種別は制度とあわせて指定してください");
        }
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Segment parse(String json) {
        try {
            return JSON.readValue(json, Segment.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a segment can't be read", broken);
        }
    }
}
