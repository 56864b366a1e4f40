package jp.kakawari.registry.stage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import jp.kakawari.contracts.Stage;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How stages are to follow from engagements from a day on. */
@Schema(description = "関わりの段階の決め方")
record StagePolicyRequest(
        @NotNull
        @Schema(
                description =
                        "適用開始日: tomorrow or later; a version counts instead of all before it, also of one that was to begin later",
                examples = "2099-04-01")
        LocalDate validFrom,

        @NotNull @Min(1) @Max(600) @Schema(description = "さかのぼる月数", examples = "24")
        Integer months,

        @NotEmpty
        @Schema(
                description = "段階ごとに必要な関わりの回数: rises from CATCH at 0; a stage that is missing isn't used",
                examples = "{\"CATCH\": 0, \"WARM\": 1, \"ENCOURAGE\": 2, \"CONNECT\": 4}")
        Map<Stage, @NotNull @Min(0) @Max(10_000) Integer> atLeast) {

    void check(LocalDate today) {
        if (!validFrom.isAfter(today)) {
            throw new InvalidBody().at("/validFrom", "must be in the future", "明日以降の日付にしてください");
        }
        try {
            new StagePolicy(1, months, atLeast);
        } catch (IllegalArgumentException unfit) {
            throw new InvalidBody()
                    .at(
                            "/atLeast",
                            "must begin with CATCH at 0 and rise with each stage",
                            "CATCH は 0 回とし、段階ごとに回数を増やしてください");
        }
    }
}
