package jp.kakawari.registry.payment;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.engagement.Fact;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.payment.Payment.Member;
import jp.kakawari.registry.payment.PaymentBatch.Told;
import jp.kakawari.registry.payment.Payments.Till;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;

/**
 * A card operator tells payments (決済データの受付): each enters once whatever is told again, what can't be taken is reported, and
 * all the rest of the batch enters or nothing. What accrues is exact; a refund takes back what its payment had accrued. The
 * ledger tells of each purchase what was not refunded. Batches of a scheme go one after another.
 */
@ApplicationScoped
class TakePayments {

    private static final String SOURCE = "payment";

    private final PaymentDesk desk;
    private final AccrualRules rules;
    private final Payments payments;
    private final Accruals accruals;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    TakePayments(
            PaymentDesk desk,
            AccrualRules rules,
            Payments payments,
            Accruals accruals,
            Ledger ledger,
            Outbox outbox,
            Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.payments = payments;
        this.accruals = accruals;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    PaymentReport take(Caller caller, SchemeCode scheme, PaymentBatch batch) {
        return take(new Till(scheme.value(), desk.writingOperator(caller, scheme)), batch);
    }

    @Transactional
    PaymentReport take(Till till, PaymentBatch batch) {
        rules.hold(till.scheme());
        List<AccrualRule> versions = rules.of(till.scheme());
        Map<String, Member> members = members(till, batch);
        ledger.hold(members.values().stream()
                .filter(Objects::nonNull)
                .map(Member::supporter)
                .collect(Collectors.toSet()));
        BookPayments book = new BookPayments(
                members(till, batch),
                payments.known(till, batch.transactions(), versions),
                new BookPayments.Rules(till.operator(), versions),
                LocalDate.now(clock),
                NewId::next);
        List<Payment> booked = book.book(batch.payments());
        if (!booked.isEmpty()) {
            Set<List<Object>> before = payments.payers(till, booked);
            payments.add(till, booked);
            enter(till, book.purchases());
            accrue(till, booked, before);
        }
        return book.report(batch.payments().size());
    }

    private Map<String, Member> members(Till till, PaymentBatch batch) {
        Map<String, String> folded = batch.payments().stream()
                .map(Told::memberNumber)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), MemberNumber::fold));
        Map<String, Member> byNumber = payments.members(till.scheme(), Set.copyOf(folded.values()));
        Map<String, Member> members = new HashMap<>();
        folded.forEach((told, number) -> members.put(told, byNumber.get(number)));
        return members;
    }

    private void enter(Till till, Map<Payment, UUID> purchases) {
        ledger.reject(purchases.keySet().stream()
                .map(Payment::entry)
                .filter(Objects::nonNull)
                .toList());
        List<Fact> facts = new ArrayList<>();
        purchases.forEach((purchase, last) -> {
            if (purchase.left() > 0 && purchase.member().active()) {
                facts.add(fact(till, purchase, last));
            }
        });
        Map<String, UUID> entered = ledger.enter(facts);
        Map<UUID, UUID> entries = new HashMap<>();
        purchases.forEach((purchase, last) -> entries.put(purchase.id(), entered.get(last.toString())));
        payments.enter(entries);
    }

    private static Fact fact(Till till, Payment purchase, UUID last) {
        Member member = purchase.member();
        return Fact.attested(
                member.supporter(),
                member.municipality(),
                purchase.rule().activity(),
                purchase.paidOn(),
                BigDecimal.valueOf(purchase.left()),
                Unit.YEN,
                SOURCE,
                last.toString(),
                till.operator());
    }

    private void accrue(Till till, List<Payment> booked, Set<List<Object>> before) {
        booked.stream().collect(groupingBy(one -> one.member().municipality())).forEach((municipality, ofTown) -> {
            long payers = ofTown.stream()
                    .map(one -> one.member().supporter())
                    .distinct()
                    .filter(supporter -> !before.contains(List.<Object>of(supporter, municipality)))
                    .count();
            var more = new Accruals.Addition(
                    municipality,
                    ofTown.size(),
                    payers,
                    ofTown.stream().mapToLong(Payment::amount).sum(),
                    ofTown.stream().map(Payment::accrued).reduce(BigDecimal.ZERO, BigDecimal::add));
            outbox.append(accruals.add(till, more).told());
        });
    }
}
