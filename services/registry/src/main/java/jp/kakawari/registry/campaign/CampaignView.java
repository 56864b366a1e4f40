package jp.kakawari.registry.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as its municipality sees it. Whom it reached are numbers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "配信")
public record CampaignView(
        UUID id,
        @Schema(examples = "1") long revision,
        CampaignKind kind,
        @Schema(description = "災害", examples = "2027-noto") String event,
        CampaignState state,

        @Schema(description = "いま行えること", examples = "[\"schedule\", \"cancel\"]")
        List<String> allowedActions,

        String subject,
        String body,
        String subjectEn,
        String bodyEn,
        Segment segment,
        OffsetDateTime sendAt,
        @Schema(description = "作成した団体") UUID createdBy,
        OffsetDateTime createdAt,

        @Schema(description = "配信結果, of a single campaign only")
        Counts deliveries)
        implements Revised {

    /**
     * Whom it reaches, as it stands.
     *
     * @param unknown the mail server was asked and nobody heard its answer: they are not written to again
     * @param withdrawn they withdrew their consent before it was their turn
     */
    @Schema(name = "DeliveryCounts", description = "配信結果の件数")
    public record Counts(
            @Schema(examples = "0") long waiting,
            @Schema(examples = "98") long sent,
            @Schema(examples = "1") long refused,
            @Schema(examples = "0") long unknown,
            @Schema(examples = "1") long withdrawn) {}
}
