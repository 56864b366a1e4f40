package jp.kakawari.registry.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the ledger as the municipality sees it. */
@Schema(description = "関わりの記録")
public record EngagementView(
        UUID id,
        @Schema(examples = "1") long revision,
        UUID supporter,
        @Schema(examples = "212172") String municipality,
        Activity activity,

        @Schema(description = "関わり方の分類; absent for what is not counted")
        RelationClass relationClass,

        @Schema(examples = "2026-11-03") LocalDate occurredOn,
        EngagementRecorded.Status status,
        @Schema(examples = "2") BigDecimal quantity,
        EngagementRecorded.Unit unit,
        UUID program,

        @Schema(description = "貢献の種類", examples = "SALES_CHANNEL")
        ContributionType contribution,

        @Schema(description = "ポイント口座の制度コード", examples = "hida-fanclub")
        String scheme,

        @Schema(
                description = "記録元: municipality, list, participation, person 本人, payment 決済, points ポイント",
                examples = "municipality")
        String sourceSystem,

        @Schema(examples = "matsuri-2026-0001") String sourceTransaction,
        UUID recordedBy,
        OffsetDateTime createdAt,

        @Schema(description = "attest 確認, reject 却下; for the person: withdraw 取下げ", examples = "[\"reject\"]")
        List<String> allowedActions)
        implements Revised {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** As its municipality sees it. */
    static EngagementView of(Engagement engagement) {
        return of(engagement, engagement.allowedActions());
    }

    /** As the person sees it. */
    static EngagementView ofOwn(Engagement engagement) {
        return of(engagement, engagement.ownActions());
    }

    private static EngagementView of(Engagement engagement, List<String> allowedActions) {
        EngagementRecorded told = engagement.told(null);
        return new EngagementView(
                told.id(),
                told.revision(),
                told.supporter(),
                told.municipality(),
                told.activity(),
                told.activity().relationClass().orElse(null),
                told.occurredOn(),
                told.status(),
                told.quantity(),
                told.unit(),
                told.program(),
                engagement.contribution(),
                engagement.scheme(),
                engagement.sourceSystem(),
                SelfReport.told(engagement),
                engagement.recordedBy(),
                engagement.createdAt().atZone(JAPAN).toOffsetDateTime(),
                allowedActions);
    }
}
