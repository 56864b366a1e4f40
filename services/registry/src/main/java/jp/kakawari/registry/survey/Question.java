package jp.kakawari.registry.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question with what may be chosen (設問). */
@Schema(name = "SurveyQuestion", description = "設問")
public record Question(
        @NotNull
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "設問のコードを指定してください")
        @Size(max = 64)
        @Schema(examples = "visit")
        String code,

        @NotBlank @Size(max = 500) @Schema(examples = "また訪れたいですか")
        String text,

        @Schema(description = "複数選択", examples = "false") boolean multiple,

        @NotNull @Size(min = 2, max = 50) @Schema(examples = "[\"はい\", \"いいえ\"]")
        List<@NotBlank @Size(max = 100) String> choices) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean choicesDiffer() {
        return new HashSet<>(choices).size() == choices.size();
    }

    static String write(List<Question> questions) {
        try {
            return JSON.writeValueAsString(questions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Question> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Question>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("questions can't be read", broken);
        }
    }
}
