package jp.kakawari.contracts.registry;

import java.math.BigDecimal;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * What has accrued to a municipality out of payments by members' cards (還元の累計): sums since ever, of nobody in particular.
 *
 * @param scheme code of the scheme whose cards they are
 * @param operator member organisation that tells the payments
 * @param municipality 6-digit code
 * @param payments payments and refunds
 * @param payers members who paid at least once
 * @param amount yen paid, less refunds
 * @param accrued yen, exact
 * @param paidOut whole yen that the operator has paid out
 */
public record AccrualChanged(
        String scheme,
        UUID operator,
        String municipality,
        long revision,
        long payments,
        long payers,
        long amount,
        BigDecimal accrued,
        long paidOut)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ACCRUAL;
    }

    @Override
    public String key() {
        return scheme + '/' + operator + '/' + municipality;
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.accrual-changed.v1";
    }
}
