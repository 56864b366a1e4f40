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
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a municipality has to record of one of its supporters. */
@Schema(description = "関わりの記録: the supporter by id or by member number")
public record EngagementRequest(
        @Schema(description = "関係人口のID; either this or memberNumber")
        UUID supporter,

        @Size(max = 100) @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
        String memberNumber,

        @NotNull @Schema(description = "過ごし方, see /v1/code-lists/activities", examples = "FESTIVAL_OR_EXPERIENCE")
        Activity activity,

        @NotNull @Schema(description = "関わった日", examples = "2026-11-03")
        LocalDate occurredOn,

        @Digits(integer = 12, fraction = 3)
        @Schema(description = "量, in unit; below zero for points that were used only", examples = "2")
        BigDecimal quantity,

        @Schema(examples = "DAYS") Unit unit,

        @Schema(description = "貢献の種類, see /v1/code-lists/contribution-types", examples = "SALES_CHANNEL")
        ContributionType contribution,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "取引番号: its id at your source; told again, it stays one record",
                examples = "matsuri-2026-0001")
        String sourceTransaction) {

    void check(LocalDate today) {
        checkDeed(quantity, unit, occurredOn, today);
    }

    /** What is asked of every fact, whoever tells it. */
    static void checkDeed(BigDecimal quantity, Unit unit, LocalDate occurredOn, LocalDate today) {
        if ((quantity == null) != (unit == null)) {
            throw new InvalidBody().at("/unit", "goes with a quantity", "quantity と unit は両方指定してください");
        }
        if (quantity != null && quantity.signum() < 0 && unit != Unit.POINTS) {
            throw new InvalidBody().at("/quantity", "may not be negative", "quantity にマイナスの値は使えません（ポイントの利用を除く）");
        }
        if (occurredOn.isAfter(today)) {
            throw new InvalidBody().at("/occurredOn", "is in the future", "未来の日付は記録できません");
        }
    }
}
