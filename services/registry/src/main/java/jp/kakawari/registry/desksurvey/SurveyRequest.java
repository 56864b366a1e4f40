package jp.kakawari.registry.desksurvey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.registry.contactpoint.Target;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as the secretariat states it, with all answers where it has them already. */
@Schema(name = "DeskSurveyRequest", description = "窓口設置状況調査")
public record SurveyRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "移住・関係人口に関する窓口の設置状況調査")
        String title,

        @NotNull @Schema(description = "調査時点", examples = "2020-04-01")
        LocalDate surveyedOn,

        @Size(max = 2000)
        @Schema(description = "回答; where given they replace all answers, where absent all answers stay")
        List<@Valid @NotNull Answer> answers) {

    /** What one government answered. */
    @Schema(name = "DeskAnswer")
    public record Answer(
            @NotNull LocalGovernmentCode government,

            @NotNull
            @Size(max = 3)
            @Schema(description = "窓口の対象者; empty: 未設置", examples = "[\"MIGRATION\", \"RELATION\"]")
            List<@NotNull Target> targets) {}

    void check() {
        Set<String> known = new HashSet<>();
        List<Answer> given = answers == null ? List.of() : answers;
        for (int place = 0; place < given.size(); place++) {
            LocalGovernmentCode government = given.get(place).government();
            String at = "/answers/" + place + "/government";
            if (!isGovernment(government)) {
                throw new InvalidBody().at(at, "is no government of today", "現存する自治体のコードではありません");
            }
            if (!known.add(government.value())) {
                throw new InvalidBody().at(at, "stands there twice", "同じ自治体が2回あります");
            }
        }
    }

    static boolean isGovernment(LocalGovernmentCode code) {
        return code.isPrefecture() || Municipalities.byCode(code).isPresent();
    }
}
