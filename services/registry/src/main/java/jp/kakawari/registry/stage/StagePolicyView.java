package jp.kakawari.registry.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of how stages follow from engagements, as everybody may know it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StagePolicy", description = "関わりの段階の決め方の版")
record StagePolicyView(
        @Schema(examples = "1") int version,

        @Schema(description = "適用開始日", examples = "2026-04-01")
        LocalDate validFrom,

        @Schema(description = "さかのぼる月数", examples = "24") int months,

        @Schema(
                description = "段階ごとに必要な関わりの回数",
                examples = "{\"CATCH\": 0, \"WARM\": 1, \"ENCOURAGE\": 2, \"CONNECT\": 4}")
        Map<Stage, Integer> atLeast,

        @Schema(description = "決めた団体; absent of the version that came with the service")
        UUID decidedBy) {}
