package jp.kakawari.registry.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody chose, by question (回答). */
@Schema(
        name = "SurveyAnswers",
        description = "回答: the choices made, by the code of the question; what is left out is left open")
record Answers(
        @NotNull @Size(min = 1, max = 50) @Schema(examples = "{\"visit\": [\"はい\"]}")
        Map<String, @NotNull @Size(min = 1, max = 50) List<@NotNull String>> choices) {

    void check(List<Question> questions) {
        Map<String, Question> known = questions.stream().collect(Collectors.toMap(Question::code, one -> one));
        if (choices.isEmpty()) {
            throw new InvalidBody().at("/choices", "is empty", "一つ以上お答えください");
        }
        choices.forEach((code, chosen) -> {
            Question question = known.get(code);
            if (question == null) {
                throw wrong(code, "is no question of this survey", "このアンケートの設問ではありません");
            }
            if (!question.choices().containsAll(chosen) || new HashSet<>(chosen).size() < chosen.size()) {
                throw wrong(code, "has what can't be chosen, or something twice", "選べない回答があるか、重複しています");
            }
            if (!question.multiple() && chosen.size() > 1) {
                throw wrong(code, "takes one choice", "一つだけ選んでください");
            }
        });
    }

    private static RuntimeException wrong(String code, String en, String ja) {
        String pointer = code.replace("~", "~0").replace("/", "~1");
        return new InvalidBody().at("/choices/" + pointer, en, ja);
    }
}
