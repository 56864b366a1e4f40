package jp.kakawari.registry.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of what accrues (還元の規約の版). */
@Schema(description = "還元の規約")
public record AccrualRule(
        @Schema(examples = "1") int version,
        @Schema(description = "還元率", examples = "0.001") BigDecimal rate,
        @Schema(examples = "LOCAL_PRODUCT_PURCHASE") Activity activity,
        @Schema(description = "カード事業者") List<UUID> operators,
        @Schema(examples = "2026-11-22") LocalDate validFrom) {

    /** The exact share of that many yen. */
    BigDecimal of(long yen) {
        return rate.multiply(BigDecimal.valueOf(yen));
    }
}
