package jp.kakawari.registry.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/**
 * The secretariat says how stages follow from engagements from a day on (段階の決め方の改定). In the night in which that day
 * begins the stages of all ties with an engagement are decided anew; until then, and in their history, the version before holds.
 */
@ApplicationScoped
class DecideStages {

    private final StagePolicies policies;
    private final Caller caller;
    private final Clock clock;

    DecideStages(StagePolicies policies, Caller caller, Clock clock) {
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    StagePolicyView decide(StagePolicyRequest request) {
        StagePolicyView newest = policies.hold();
        request.check(LocalDate.now(clock));
        StagePolicyView next = new StagePolicyView(
                newest.version() + 1,
                request.validFrom(),
                request.months(),
                request.atLeast(),
                caller.organization().orElseThrow(NotYours::new));
        policies.add(next, clock.instant());
        return next;
    }

    @Transactional
    List<StagePolicyView> all() {
        return policies.all();
    }
}
