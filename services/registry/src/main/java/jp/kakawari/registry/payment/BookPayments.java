package jp.kakawari.registry.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kakawari.registry.payment.Payment.Member;
import jp.kakawari.registry.payment.PaymentBatch.Told;

/** Decides on each payment of a batch (決済の受付), in the order in which they are told: plain Java, one batch each. */
final class BookPayments {

    private final Map<String, Member> members;
    private final Map<String, Payment> known;
    private final Rules rules;
    private final LocalDate today;
    private final Supplier<UUID> ids;

    /**
     * All versions as one operator meets them.
     *
     * @param versions the newest first
     */
    record Rules(UUID operator, List<AccrualRule> versions) {

        /** The version in force that day, if it names the operator. */
        Optional<AccrualRule> on(LocalDate day) {
            return versions.stream()
                    .filter(one -> !one.validFrom().isAfter(day))
                    .findFirst()
                    .filter(one -> one.operators().contains(operator));
        }
    }

    private final List<Payment> booked = new ArrayList<>();
    private final Map<UUID, UUID> purchases = new LinkedHashMap<>();
    private final Map<UUID, Payment> byId = new HashMap<>();
    private final List<PaymentReport.Rejected> rejected = new ArrayList<>();
    private int unchanged;

    /**
     * @param members by the numbers of the batch
     * @param known payments of its transactions that were booked before
     * @param rules of the scheme, for who tells the batch
     */
    BookPayments(
            Map<String, Member> members, Map<String, Payment> known, Rules rules, LocalDate today, Supplier<UUID> ids) {
        this.members = members;
        this.known = new HashMap<>(known);
        this.rules = rules;
        this.today = today;
        this.ids = ids;
    }

    /** What is new of the batch. */
    List<Payment> book(List<Told> batch) {
        for (int place = 0; place < batch.size(); place++) {
            int here = place;
            decide(batch.get(place)).ifPresent(reason -> rejected.add(reason.of(here, batch.get(here))));
        }
        return booked;
    }

    /** Purchases whose entry in the ledger is another one now, each with the payment that made it so last. */
    Map<Payment, UUID> purchases() {
        Map<Payment, UUID> changed = new LinkedHashMap<>();
        purchases.forEach((purchase, last) -> changed.put(byId.get(purchase), last));
        return changed;
    }

    PaymentReport report(int received) {
        return new PaymentReport(
                received,
                booked.size(),
                unchanged,
                List.copyOf(rejected),
                booked.stream().mapToLong(Payment::amount).sum(),
                booked.stream().map(Payment::accrued).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Optional<Refused> decide(Told told) {
        Member member = members.get(told.memberNumber());
        Payment before = known.get(told.transaction());
        if (before != null) {
            boolean same = before.says(told, member);
            unchanged += same ? 1 : 0;
            return same ? Optional.empty() : Optional.of(Refused.TRANSACTION_DIFFERS);
        }
        if (told.paidOn().isAfter(today)) {
            return Optional.of(Refused.IN_THE_FUTURE);
        }
        return told.refunds() == null ? pay(told, member) : refund(told, member);
    }

    private Optional<Refused> pay(Told told, Member member) {
        if (member == null || !member.active() || member.joinedOn().isAfter(told.paidOn())) {
            return Optional.of(Refused.MEMBER_UNKNOWN);
        }
        Optional<AccrualRule> rule = rules.on(told.paidOn());
        rule.ifPresent(one -> {
            Payment payment = Payment.of(ids.get(), told, member, one);
            add(payment, payment);
        });
        return rule.isPresent() ? Optional.empty() : Optional.of(Refused.NO_RULE);
    }

    private Optional<Refused> refund(Told told, Member member) {
        Payment original = known.get(told.refunds());
        if (original == null || !original.isPurchase()) {
            return Optional.of(Refused.PAYMENT_UNKNOWN);
        }
        if (member == null || !original.member().membership().equals(member.membership())) {
            return Optional.of(Refused.MEMBER_DIFFERS);
        }
        if (told.amount() > original.left()) {
            return Optional.of(Refused.REFUND_TOO_LARGE);
        }
        if (told.paidOn().isBefore(original.paidOn())) {
            return Optional.of(Refused.REFUND_TOO_EARLY);
        }
        add(original.refund(ids.get(), told), original);
        return Optional.empty();
    }

    private void add(Payment payment, Payment purchase) {
        booked.add(payment);
        known.put(payment.transaction(), payment);
        purchases.put(purchase.id(), payment.id());
        byId.put(purchase.id(), purchase);
    }
}
