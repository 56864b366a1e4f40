package jp.kakawari.registry.desksurvey;

import java.time.LocalDate;
import java.util.List;
import jp.kakawari.registry.contactpoint.Target;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A survey of desks, rolled up from its answers.
 *
 * @param centers municipalities whose desks are for those who migrate and for 関係人口: 移住・関係人口総合センター
 */
@Schema(name = "DeskSurvey", description = "窓口設置状況調査の集計")
public record SurveyView(
        @Schema(description = "調査コード", examples = "desks-2020")
        String code,

        @Schema(examples = "1") long revision,
        @Schema(examples = "移住・関係人口に関する窓口の設置状況調査") String title,

        @Schema(description = "調査時点", examples = "2020-04-01")
        LocalDate surveyedOn,

        @Schema(description = "回答した市区町村", examples = "1739") long municipalities,

        @Schema(description = "窓口を設置する市区町村", examples = "1409")
        long municipalitiesWithDesk,

        @Schema(description = "未設置の市区町村", examples = "330") long municipalitiesWithoutDesk,

        @Schema(description = "移住希望者と関係人口の両方を対象とする市区町村", examples = "1166")
        long centers,

        @Schema(description = "窓口を設置する都道府県", examples = "46")
        long prefecturesWithDesk,

        @Schema(description = "未設置の都道府県", examples = "1") long prefecturesWithoutDesk,
        @Schema(description = "対象者の組合せごとの市区町村数") List<Combination> combinations,

        @Schema(description = "対象者ごとの市区町村数（重複あり）") List<OfTarget> byTarget,

        @Schema(description = "what the caller may do: change 変更, answer 回答", examples = "[\"answer\"]")
        List<String> allowedActions)
        implements Revised {

    /** How many municipalities have a desk for exactly these. */
    @Schema(name = "DeskCombination")
    public record Combination(
            List<Target> targets, @Schema(examples = "926") long municipalities) {}

    /** How many municipalities have a desk for these, among others. */
    @Schema(name = "DesksForTarget")
    public record OfTarget(
            Target target, @Schema(examples = "1403") long municipalities) {}
}
