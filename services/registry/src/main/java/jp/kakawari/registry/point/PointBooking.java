package jp.kakawari.registry.point;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jp.kakawari.contracts.Activity;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points that a member earns or uses. */
@Schema(description = "ポイントの付与・利用")
public record PointBooking(
        @NotNull @Schema(description = "EARN 付与, REDEEM 利用", examples = "EARN")
        Action action,

        @NotNull @Min(1) @Max(1_000_000_000) @Schema(examples = "100")
        Long points,

        @Schema(description = "過ごし方; 飲食・買い物 where it is not said", examples = "DINING_AND_SHOPPING")
        Activity activity,

        @Schema(description = "取引日; today where it is not said", examples = "2026-11-22")
        LocalDate occurredOn,

        @NotBlank @Size(max = 100) @Schema(description = "取引番号: told again, it stays one", examples = "POS-0001")
        String sourceTransaction) {

    /** What becomes of them. */
    @Schema(name = "PointAction")
    public enum Action {
        EARN,
        REDEEM
    }

    void check(LocalDate today) {
        if (occurredOn != null && occurredOn.isAfter(today)) {
            throw new InvalidBody().at("/occurredOn", "is in the future", "未来の日付は記録できません");
        }
    }

    long signed() {
        return action == Action.EARN ? points : -points;
    }
}
