package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import jp.kakawari.registry.consent.ConsentDecided;
import jp.kakawari.registry.supporter.NewId;

/** A recipient is told in that very transaction that somebody consented to something, or doesn't any more (同意・撤回の通知). */
@ApplicationScoped
class TellConsents {

    private final Deliveries deliveries;
    private final Clock clock;

    TellConsents(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void tell(@Observes ConsentDecided decided) {
        deliveries.add(List.of(Notices.of(decided, NewId.next(), clock.instant())));
    }
}
