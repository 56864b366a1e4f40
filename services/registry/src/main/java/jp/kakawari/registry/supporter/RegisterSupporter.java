package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.RegisteredMeanwhile;

/**
 * An organisation registers a supporter (登録). Nobody is merged with a record that is there already; a municipality that
 * names no tie registers for itself.
 */
@ApplicationScoped
class RegisterSupporter {

    private final Supporters supporters;
    private final WriteSupporter writing;
    private final Clock clock;

    RegisterSupporter(Supporters supporters, WriteSupporter writing, Clock clock) {
        this.supporters = supporters;
        this.writing = writing;
        this.clock = clock;
    }

    @Transactional
    Registered register(SupporterRequest request, Actor actor) {
        UUID id = actor.person() == null ? NewId.next() : actor.person();
        Supporter supporter = Supporter.begin(id, actor, clock.instant());
        writing.write(supporter, withOwnTie(request, actor), actor, null);
        persist(supporter);
        return new Registered(id, supporter.revision());
    }

    /** Only a person chooses the id, their own, and may choose it twice at once. */
    private void persist(Supporter supporter) {
        RegisteredMeanwhile.unlessFirst(() -> supporters.persistAndFlush(supporter));
    }

    private static SupporterRequest withOwnTie(SupporterRequest request, Actor actor) {
        if (actor.municipality() == null || request.ties() != null) {
            return request;
        }
        var own = new TieRequest(LocalGovernmentCode.parse(actor.municipality()), List.of(), false);
        return new SupporterRequest(request.profile(), List.of(own), request.channel(), request.guardian());
    }
}
