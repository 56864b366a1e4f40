package jp.kakawari.registry.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import jp.kakawari.contracts.registry.AccrualChanged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What accrued to a municipality out of an operator's payments (還元の累計).
 *
 * @param accrued exact
 * @param paidOut whole yen so far
 */
record Accrual(
        String scheme,
        UUID operator,
        String municipality,
        long revision,
        long payments,
        long payers,
        long amount,
        BigDecimal accrued,
        long paidOut) {

    /** As those see it whom it concerns. */
    @Schema(name = "Accrual", description = "還元の累計")
    record View(
            @Schema(description = "カード事業者") UUID operator,
            @Schema(examples = "212172") String municipality,

            @Schema(description = "決済と返金の件数", examples = "1000")
            long payments,

            @Schema(description = "決済した会員の数", examples = "120")
            long payers,

            @Schema(description = "決済額の計（円）", examples = "15000")
            long amount,

            @Schema(description = "還元額の計（円、端数処理なし）", examples = "15.000")
            BigDecimal accrued,

            @Schema(description = "支払い済み（円）", examples = "0")
            long paidOut,

            @Schema(description = "支払える額（円、1円未満切捨て。端数は次回へ繰越し）", examples = "15")
            long payable) {}

    View view() {
        return new View(operator, municipality, payments, payers, amount, accrued, paidOut, payable());
    }

    /** Whole yen; the fraction stays for the next time. Refunds may have taken back more than was paid out. */
    long payable() {
        return Math.max(
                0,
                accrued.subtract(BigDecimal.valueOf(paidOut))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact());
    }

    AccrualChanged told() {
        return new AccrualChanged(scheme, operator, municipality, revision, payments, payers, amount, accrued, paidOut);
    }
}
