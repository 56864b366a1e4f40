package jp.kakawari.registry.engagement;

import java.math.BigDecimal;

/** An account of points (ポイント口座): what its entries in the ledger add up to. */
public record Points(BigDecimal earned, BigDecimal used) {

    public BigDecimal balance() {
        return earned.subtract(used);
    }

    /** Points that were used already can't be taken back, nor used twice. */
    public void mustCover() {
        if (balance().signum() < 0) {
            throw new NotEnoughPoints();
        }
    }
}
