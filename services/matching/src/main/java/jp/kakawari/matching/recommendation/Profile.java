package jp.kakawari.matching.recommendation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import jp.kakawari.contracts.Mode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An anonymous supporter (匿名プロフィール). Nothing of it is stored or logged. */
record Profile(
        @Size(max = 20) @Schema(description = "Residence (居住都道府県): code or name", examples = "13")
        String prefecture,

        @Pattern(regexp = "([1-7]0s|80s\\+)") @Schema(description = "Age band (年代): 10s … 70s, 80s+", examples = "30s")
        String ageBand,

        @Size(max = 30) @Schema(description = "Interests (関心), themes or free words", examples = "[\"里山\", \"木工\"]")
        List<@NotBlank @Size(max = 500) String> interests,

        @Size(max = 30) @Schema(description = "What they can do (できること)", examples = "[\"大工仕事\"]")
        List<@NotBlank @Size(max = 200) String> skills,

        @Size(max = 1000) @Schema(description = "Wishes in their own words (希望)", examples = "週末に現地で手を動かしたい")
        String wishes,

        @Schema(
                description = "How they want to take part (参加形態). ONLINE leaves out programs that need a visit",
                examples = "HYBRID")
        Mode mode,

        @Size(max = 30)
        @Schema(
                description =
                        "Places they have a tie to (縁のある地域): codes or words that name them; none means a beginner",
                examples = "[\"325058\"]")
        List<@NotBlank @Size(max = 200) String> ties,

        @Min(1) @Max(50) @Schema(description = "How many programs, 10 when left out", examples = "5")
        Integer limit,

        @Schema(description = "Only programs that take applications now (募集中のみ), true when left out", examples = "true")
        Boolean openOnly) {

    Profile {
        interests = Objects.requireNonNullElse(interests, List.of());
        skills = Objects.requireNonNullElse(skills, List.of());
        wishes = Objects.requireNonNullElse(wishes, "");
        ties = Objects.requireNonNullElse(ties, List.of());
        limit = Objects.requireNonNullElse(limit, 10);
        openOnly = Objects.requireNonNullElse(openOnly, true);
    }

    /** Two digits, or null when not said. */
    String prefectureCode() {
        return prefecture == null || prefecture.isBlank()
                ? null
                : Prefecture.find(prefecture)
                        .map(Prefecture::number)
                        .orElseThrow(() -> new InvalidBody()
                                .at("/prefecture", "is not a prefecture of Japan", "都道府県名または都道府県コードではありません"));
    }
}
