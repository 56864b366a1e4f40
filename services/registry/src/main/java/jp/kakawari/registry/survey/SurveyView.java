package jp.kakawari.registry.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.campaign.CampaignView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as its municipality sees it: sums once it is closed, and no sums of few. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SurveyView", description = "アンケート")
record SurveyView(
        UUID id,
        @Schema(examples = "関わりのアンケート") String title,
        List<Question> questions,
        LocalDate closesOn,

        @Schema(description = "締切日時; once it is closed, early or after its last day")
        OffsetDateTime closedAt,

        @Schema(description = "いま行えること: send 配信, close 締切", examples = "[\"send\"]")
        List<String> allowedActions,

        @Schema(description = "依頼の配信; of a single survey only")
        CampaignView campaign,

        @Schema(description = "回答数", examples = "40") Long answered,

        @Schema(description = "回答率: answered by sent", examples = "0.40")
        BigDecimal responseRate,

        @Schema(description = "設問ごとの集計; once it is closed, from 10 answers on")
        List<Result> results) {

    /** How often each was chosen. */
    @Schema(name = "SurveyResult")
    record Result(@Schema(examples = "visit") String question, List<Chosen> choices) {}

    /** One of them; 1 to 9 are withheld, and others from which they could be computed. */
    @Schema(name = "SurveyChoiceCount")
    record Chosen(
            @Schema(examples = "はい") String choice,
            @Schema(examples = "31") Long count) {}
}
