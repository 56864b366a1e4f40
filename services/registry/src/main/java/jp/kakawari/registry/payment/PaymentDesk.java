package jp.kakawari.registry.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/**
 * Who may do what with a scheme's payments (決済の窓口): those who run it make its rules and see what accrues to them, the card
 * operators whom any version of the rule names tell payments and see their own.
 */
@ApplicationScoped
class PaymentDesk {

    private final HoldScheme schemes;
    private final AccrualRules rules;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    PaymentDesk(HoldScheme schemes, AccrualRules rules, ActiveMembers activeMembers, Clock clock) {
        this.schemes = schemes;
        this.rules = rules;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    /** Another version of the rule, by one of those who run the scheme. */
    @Transactional
    AccrualRule rule(Caller caller, SchemeCode scheme, AccrualRuleRequest request) {
        activeMembers.callerMustBeActive();
        runner(caller, scheme);
        rules.hold(scheme.value());
        AccrualRule earlier = rules.of(scheme.value()).stream().findFirst().orElse(null);
        AccrualRule rule = request.after(earlier, LocalDate.now(clock));
        rules.add(scheme.value(), rule);
        return rule;
    }

    @Transactional
    List<AccrualRule> page(Caller caller, SchemeCode scheme, PageRequest page) {
        mustTakePart(caller, scheme);
        int before = page.after()
                .map(cursor -> (int) Math.min(Integer.MAX_VALUE, cursor.number(0)))
                .orElse(Integer.MAX_VALUE);
        return rules.after(scheme.value(), before, page.fetch());
    }

    long count(SchemeCode scheme) {
        return rules.of(scheme.value()).size();
    }

    /** Its municipality, for one of those who run the scheme. */
    String runner(Caller caller, SchemeCode scheme) {
        return caller.government()
                .filter(own -> caller.is(Roles.MUNICIPALITY) && schemes.isRunBy(scheme, own))
                .orElseThrow(NotYours::new);
    }

    /** The caller, who must be named by a version of the rule: what accrued under it is still theirs to refund and pay out. */
    UUID operator(Caller caller, SchemeCode scheme) {
        UUID operator = caller.organization().orElseThrow(NotYours::new);
        if (!rules.name(scheme.value(), operator)) {
            throw new NotYours();
        }
        return operator;
    }

    /** The same, who must be an active member to write anything. */
    UUID writingOperator(Caller caller, SchemeCode scheme) {
        activeMembers.callerMustBeActive();
        return operator(caller, scheme);
    }

    private void mustTakePart(Caller caller, SchemeCode scheme) {
        if (caller.is(Roles.MUNICIPALITY)) {
            runner(caller, scheme);
        } else {
            operator(caller, scheme);
        }
    }
}
