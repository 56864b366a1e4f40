package jp.kakawari.registry.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Roles;

/**
 * An operator pays out what accrued (還元金の支払い): whole yen, rounded down; the fraction is carried over, so that in the long run
 * exactly what accrued is paid.
 */
@ApplicationScoped
class PayOut {

    private final PaymentDesk desk;
    private final AccrualRules rules;
    private final Accruals accruals;
    private final Outbox outbox;
    private final Clock clock;

    PayOut(PaymentDesk desk, AccrualRules rules, Accruals accruals, Outbox outbox, Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.accruals = accruals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was paid, and how it stands then. */
    record PaidOut(long yen, Accrual accrual) {}

    @Transactional
    PaidOut payOut(Caller caller, SchemeCode scheme, String municipality) {
        UUID operator = desk.writingOperator(caller, scheme);
        rules.hold(scheme.value());
        Accrual accrual = accruals.ofOperator(scheme.value(), operator).stream()
                .filter(one -> one.municipality().equals(municipality))
                .findFirst()
                .orElseThrow(NotFound::new);
        long yen = accrual.payable();
        if (yen == 0) {
            throw new NothingToPayOut();
        }
        Accrual paid = accruals.payOut(accrual, yen, LocalDate.now(clock));
        outbox.append(paid.told());
        return new PaidOut(yen, paid);
    }

    /** For a municipality what accrued to it, for an operator what accrued from it. */
    @Transactional
    List<Accrual> seenBy(Caller caller, SchemeCode scheme) {
        return caller.is(Roles.MUNICIPALITY)
                ? accruals.ofMunicipality(scheme.value(), desk.runner(caller, scheme))
                : accruals.ofOperator(scheme.value(), desk.operator(caller, scheme));
    }
}
