package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.web.ETags;

/** The registrant or the person has a record removed (削除): who they are is forgotten here and everywhere. */
@ApplicationScoped
class RemoveSupporter {

    private final Supporters supporters;
    private final BlindIndex index;
    private final Event<Removal> removals;
    private final Outbox outbox;
    private final Clock clock;

    RemoveSupporter(Supporters supporters, BlindIndex index, Event<Removal> removals, Outbox outbox, Clock clock) {
        this.supporters = supporters;
        this.index = index;
        this.removals = removals;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    void remove(UUID id, String ifMatch, Actor actor) {
        Supporter supporter = supporters.heldBy(actor, id);
        ETags.mustMatch(ifMatch, supporter.revision());
        removals.fire(new Removal(id));
        supporter.remove(index.subjectKeyOf(id), LocalDate.now(clock), clock.instant());
        outbox.bury(supporter.told());
    }
}
