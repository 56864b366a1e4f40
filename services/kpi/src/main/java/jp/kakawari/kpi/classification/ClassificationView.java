package jp.kakawari.kpi.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.RelationClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A classification, explained.
 *
 * @param visiting the visiting class (訪問系), null for none
 * @param nonVisiting whether 非訪問系 holds
 */
public record ClassificationView(
        @Schema(examples = "1") int classificationVersion,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        VisitingClass visiting,

        boolean nonVisiting,
        List<Reason> reasons) {

    /** One of 訪問系 1 to 5. */
    public record VisitingClass(
            RelationClass code,
            @Schema(examples = "1") int precedence,
            @Schema(examples = "直接寄与型") String ja) {

        static VisitingClass of(RelationClass relationClass) {
            return new VisitingClass(relationClass, Classification.rank(relationClass), relationClass.ja());
        }
    }

    /** What one activity counted as; no class where the survey does not count it. */
    public record Reason(
            Activity activity,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            RelationClass relationClass,

            @Schema(examples = "「ボランティア・共助」は直接寄与型です。") String ja,

            @Schema(examples = "VOLUNTEERING counts as DIRECT_CONTRIBUTION.")
            String en) {

        static Reason of(Classification.Reason reason) {
            return new Reason(
                    reason.activity(),
                    reason.relationClass().orElse(null),
                    "「%s」は%s。"
                            .formatted(
                                    reason.activity().ja(),
                                    reason.relationClass()
                                            .map(counted -> counted.ja() + "です")
                                            .orElse("分類の対象外です")),
                    "%s counts as %s."
                            .formatted(
                                    reason.activity(),
                                    reason.relationClass().map(Enum::name).orElse("no class")));
        }
    }

    static ClassificationView of(Classification classification) {
        return new ClassificationView(
                Classification.VERSION,
                classification.visiting().map(VisitingClass::of).orElse(null),
                classification.nonVisiting(),
                classification.reasons().stream().map(Reason::of).toList());
    }
}
