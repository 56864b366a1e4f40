package jp.kakawari.registry.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.registry.campaign.CampaignRequest;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Questions, and the letter with which they go out. */
@Schema(description = "アンケートの設問と依頼文")
record SurveyRequest(
        @Valid @NotNull @Schema(description = "依頼文と配信対象; a link to the questions is put under it")
        CampaignRequest letter,

        @NotNull @Size(min = 1, max = 50) List<@Valid @NotNull Question> questions,

        @Schema(description = "回答の締切; where left out the municipality closes it", examples = "2027-01-31")
        LocalDate closesOn) {

    void check(LocalDate today) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!codes.add(questions.get(i).code())) {
                throw new InvalidBody().at("/questions/" + i + "/code", "is there twice", "同じコードの設問があります");
            }
            if (!questions.get(i).choicesDiffer()) {
                throw new InvalidBody().at("/questions/" + i + "/choices", "has one twice", "同じ選択肢があります");
            }
        }
        if (closesOn != null && closesOn.isBefore(today)) {
            throw new InvalidBody().at("/closesOn", "is over already", "すでに過ぎた日付です");
        }
    }
}
