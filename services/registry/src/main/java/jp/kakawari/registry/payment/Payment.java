package jp.kakawari.registry.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A payment or refund while a batch is booked; how much of it is left changes with its refunds. */
final class Payment {

    /** A member of the scheme by their number. */
    record Member(UUID membership, UUID supporter, String municipality, boolean active, LocalDate joinedOn) {}

    private final UUID id;
    private final String transaction;
    private final Member member;
    private final LocalDate paidOn;
    private final long amount;
    private final Payment refunds;
    private final String refundsTransaction;
    private final AccrualRule rule;
    private final UUID entry;
    private long left;

    private Payment(
            UUID id,
            String transaction,
            Member member,
            LocalDate paidOn,
            long amount,
            Payment refunds,
            String refundsTransaction,
            AccrualRule rule,
            UUID entry,
            long left) {
        this.id = id;
        this.transaction = transaction;
        this.member = member;
        this.paidOn = paidOn;
        this.amount = amount;
        this.refunds = refunds;
        this.refundsTransaction = refundsTransaction;
        this.rule = rule;
        this.entry = entry;
        this.left = left;
    }

    /** One that was booked before. */
    static Payment known(
            UUID id,
            String transaction,
            Member member,
            LocalDate paidOn,
            long amount,
            String refunds,
            AccrualRule rule,
            UUID entry,
            long left) {
        return new Payment(id, transaction, member, paidOn, amount, null, refunds, rule, entry, left);
    }

    static Payment of(UUID id, PaymentBatch.Told told, Member member, AccrualRule rule) {
        return new Payment(
                id, told.transaction(), member, told.paidOn(), told.yen(), null, null, rule, null, told.yen());
    }

    /** A refund of this one, at the rate at which it accrued. */
    Payment refund(UUID id, PaymentBatch.Told told) {
        left -= told.amount();
        return new Payment(id, told.transaction(), member, told.paidOn(), told.yen(), this, transaction, rule, null, 0);
    }

    boolean says(PaymentBatch.Told told, Member of) {
        return of != null
                && member.membership().equals(of.membership())
                && amount == told.yen()
                && paidOn.equals(told.paidOn())
                && Objects.equals(refundsTransaction, told.refunds());
    }

    boolean isPurchase() {
        return amount > 0;
    }

    /** The exact share. */
    BigDecimal accrued() {
        return rule.of(amount);
    }

    UUID id() {
        return id;
    }

    String transaction() {
        return transaction;
    }

    Member member() {
        return member;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    long amount() {
        return amount;
    }

    /** The payment that it refunds; null for a purchase. */
    Payment refunds() {
        return refunds;
    }

    AccrualRule rule() {
        return rule;
    }

    /** Its entry in the ledger before this batch; null where there was none. */
    UUID entry() {
        return entry;
    }

    /** What was not refunded. */
    long left() {
        return left;
    }
}
