package jp.kakawari.registry.payment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What share of payments accrues from a day on. */
@Schema(description = "還元の規約の版")
public record AccrualRuleRequest(
        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        @Schema(description = "還元率: 0.001 is 0.1 %", examples = "0.001")
        BigDecimal rate,

        @NotEmpty
        @Size(max = 20)
        @Schema(description = "決済を報告するカード事業者（会員団体）", examples = "[\"00000000-0000-7000-8000-00000000b001\"]")
        List<@NotNull UUID> operators,

        @Schema(
                description = "台帳での過ごし方: LOCAL_PRODUCT_PURCHASE 地場産品等購入（非訪問系） where it is not said, "
                        + "or DINING_AND_SHOPPING 飲食・買い物 where the card works in local shops only",
                examples = "LOCAL_PRODUCT_PURCHASE")
        Activity activity,

        @Schema(description = "適用開始日; today where it is not said", examples = "2026-11-22")
        LocalDate validFrom) {

    private static final Set<Activity> PURCHASES =
            Set.of(Activity.LOCAL_PRODUCT_PURCHASE, Activity.DINING_AND_SHOPPING);

    Activity purchase() {
        return activity == null ? Activity.LOCAL_PRODUCT_PURCHASE : activity;
    }

    /** The version of that number from that day on, after an earlier one where there is one. */
    AccrualRule after(AccrualRule earlier, LocalDate today) {
        if (!PURCHASES.contains(purchase())) {
            throw new InvalidBody().at("/activity", "is no purchase", "購買にあたる過ごし方を指定してください");
        }
        LocalDate from = validFrom == null ? today : validFrom;
        if (earlier != null && (from.isBefore(today) || !from.isAfter(earlier.validFrom()))) {
            throw new InvalidBody()
                    .at(
                            "/validFrom",
                            "must be after the version before it, and not in the past",
                            "前の版の適用開始日より後で、今日以降の日付を指定してください");
        }
        return new AccrualRule(
                earlier == null ? 1 : earlier.version() + 1,
                rate.stripTrailingZeros(),
                purchase(),
                operators.stream().distinct().sorted().toList(),
                from);
    }
}
