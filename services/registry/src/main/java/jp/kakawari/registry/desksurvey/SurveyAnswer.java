package jp.kakawari.registry.desksurvey;

import java.util.List;
import jp.kakawari.registry.contactpoint.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one government answered. */
@Schema(name = "DeskAnswerView", description = "窓口設置状況の回答")
public record SurveyAnswer(
        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String government,

        @Schema(description = "窓口の対象者; empty: 未設置") List<Target> targets,

        @Schema(description = "what the caller may do: answer 回答の変更", examples = "[\"answer\"]")
        List<String> allowedActions) {}
