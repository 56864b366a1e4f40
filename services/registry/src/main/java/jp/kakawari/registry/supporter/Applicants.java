package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/** Those who would be members of something: by themselves, or by the organisation that registered them (D10). */
@ApplicationScoped
public class Applicants {

    private final Supporters supporters;
    private final Guardians guardians;

    Applicants(Supporters supporters, Guardians guardians) {
        this.supporters = supporters;
        this.guardians = guardians;
    }

    /** For whom the caller acts: a person for themself, an organisation for somebody whom it names; held. */
    @Transactional(MANDATORY)
    public Applicant heldFor(Caller caller, UUID named) {
        Actor actor = Actor.of(caller);
        if (actor.person() != null && named != null && !named.equals(actor.person())) {
            throw new NotYours();
        }
        if (actor.person() == null && named == null) {
            throw new InvalidBody().at("/supporter", "is needed", "supporter を指定してください");
        }
        try {
            return applicant(supporters.heldBy(actor, actor.person() == null ? named : actor.person()));
        } catch (NotFound nobody) {
            throw new InvalidBody().at("/supporter", "is nobody for whom you may act", "代理できる関係人口ではありません");
        }
    }

    /** That supporter, held. */
    @Transactional(MANDATORY)
    public Applicant held(UUID id) {
        return supporters
                .held(id)
                .filter(Supporter::active)
                .map(this::applicant)
                .orElseThrow(NotFound::new);
    }

    private Applicant applicant(Supporter supporter) {
        return supporter.applicant(guardians.missing(supporter));
    }

    /** Whether the caller is that person, or the organisation that registered them. */
    public boolean mayHandle(Caller caller, UUID id) {
        if (caller.is(Roles.SUPPORTER)) {
            return caller.supporter().filter(id::equals).isPresent();
        }
        Actor actor = Actor.of(caller);
        return supporters.isRegisteredBy(actor.organization(), id);
    }
}
