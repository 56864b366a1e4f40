package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.supporter.Removal;

/** Whose record is removed is a member of nothing any more (会員資格の消滅): no card leads to them, here or elsewhere. */
@ApplicationScoped
class ForgetMemberships {

    private final Memberships memberships;
    private final KeptAnswers answers;
    private final Outbox outbox;
    private final Clock clock;

    ForgetMemberships(Memberships memberships, KeptAnswers answers, Outbox outbox, Clock clock) {
        this.memberships = memberships;
        this.answers = answers;
        this.outbox = outbox;
        this.clock = clock;
    }

    void forget(@Observes Removal removal) {
        answers.forget(removal.supporter());
        for (Membership membership : memberships.ofSupporter(removal.supporter())) {
            membership.forget(LocalDate.now(clock), clock.instant());
            outbox.bury(membership.told());
        }
    }
}
