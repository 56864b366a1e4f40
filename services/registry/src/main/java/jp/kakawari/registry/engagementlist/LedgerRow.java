package jp.kakawari.registry.engagementlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;

/**
 * A row of a ledger as it was read, in one form whatever the file wrote.
 *
 * @param quantity in {@code unit}, null where the row measures nothing; below zero for points that were used
 * @param contactRefused whether the row says that its member must not be written to
 */
record LedgerRow(
        String transaction,
        String memberNumber,
        LocalDate occurredOn,
        Activity activity,
        BigDecimal quantity,
        Unit unit,
        boolean contactRefused) {

    /** Exact, the same text for the same number. */
    String plainQuantity() {
        return quantity == null ? null : quantity.stripTrailingZeros().toPlainString();
    }
}
