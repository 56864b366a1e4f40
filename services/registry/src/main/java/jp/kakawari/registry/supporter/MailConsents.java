package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * メール配信同意 of ties that are written here: through whom it is told, for the proof that triggers write, and that nobody gives
 * for a person what they refused themself.
 */
@ApplicationScoped
class MailConsents {

    private final EntityManager database;

    MailConsents(EntityManager database) {
        this.database = database;
    }

    /** To be asked before anything is changed; it holds until the transaction ends. */
    void tell(UUID supporter, List<TieRequest> ties, Actor actor) {
        boolean person = actor.person() != null;
        Object[] told = (Object[]) database.createNativeQuery("""
                        select set_config('kakawari.consent_through', :through, true),
                               set_config('kakawari.consent_told_by', :by, true),
                               exists (select from consent
                                       where supporter = :supporter and purpose = 'MAIL' and recipient = any(:wished)
                                         and state <> 'GIVEN' and through in ('SELF', 'UNSUBSCRIBE'))
                        """)
                .setParameter("through", person ? "SELF" : "REGISTRATION")
                .setParameter("by", person ? "" : actor.organization().toString())
                .setParameter("supporter", supporter)
                .setParameter(
                        "wished",
                        ties.stream()
                                .filter(TieRequest::mailConsent)
                                .map(tie -> tie.municipality().value())
                                .toArray(String[]::new))
                .getSingleResult();
        if (!person && Boolean.TRUE.equals(told[2])) {
            throw new RefusedByThePerson();
        }
    }
}
