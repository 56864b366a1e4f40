package jp.kakawari.registry.engagement;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says that they did for a municipality. */
@Schema(description = "関わりの本人申告: it counts for stages and tiers once the municipality has attested it")
public record SelfReport(
        @NotNull @Schema(description = "関わった市区町村: one to which they have a tie", examples = "212172")
        LocalGovernmentCode municipality,

        @NotNull @Schema(description = "過ごし方, see /v1/code-lists/activities", examples = "VOLUNTEERING")
        Activity activity,

        @NotNull @Schema(description = "関わった日", examples = "2026-11-03")
        LocalDate occurredOn,

        @Digits(integer = 12, fraction = 3) @Schema(description = "量, in unit", examples = "3")
        BigDecimal quantity,

        @Schema(description = "POINTS are nobody's to report", examples = "HOURS")
        Unit unit,

        @Schema(description = "貢献の種類, see /v1/code-lists/contribution-types", examples = "LOCAL_ACTIVITY")
        ContributionType contribution,

        @NotBlank
        @Size(max = 100)
        @Schema(
                description = "申告番号: the person's own number for it; told again, it stays one report",
                examples = "2026-11-03-1")
        String sourceTransaction) {

    static final String SOURCE = "person";

    void check(LocalDate today) {
        EngagementRequest.checkDeed(quantity, unit, occurredOn, today);
        if (unit == Unit.POINTS) {
            throw new InvalidBody().at("/unit", "can't be POINTS", "ポイントは申告できません");
        }
    }

    Fact fact(UUID me) {
        return Fact.attested(
                        me,
                        municipality.value(),
                        activity,
                        occurredOn,
                        quantity,
                        unit,
                        SOURCE,
                        me + "/" + sourceTransaction,
                        null)
                .helping(contribution)
                .selfReported();
    }

    /** The number as the person told it: those of different people are kept apart. */
    static String told(Engagement engagement) {
        String number = engagement.sourceTransaction();
        String prefix = engagement.supporter() + "/";
        return engagement.sourceSystem().equals(SOURCE) ? number.substring(prefix.length()) : number;
    }
}
