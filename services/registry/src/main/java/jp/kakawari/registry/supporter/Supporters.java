package jp.kakawari.registry.supporter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.NotFound;

/** All supporters. Whoever may not know a record is told that there is none. */
@ApplicationScoped
class Supporters implements PanacheRepositoryBase<Supporter, UUID> {

    /** The record, for reading. */
    Supporter of(Actor actor, UUID id) {
        return handledBy(actor, findByIdOptional(id));
    }

    /** The record, held against others who would change it until the transaction ends. */
    Supporter heldBy(Actor actor, UUID id) {
        return handledBy(actor, held(id));
    }

    Optional<Supporter> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether that organisation registered them, without keeping a state that another transaction may be changing. */
    boolean isRegisteredBy(UUID organization, UUID id) {
        return !getEntityManager()
                .createNativeQuery(
                        "select id from supporter where id = :id and registered_by = :organization and state = 'ACTIVE'")
                .setParameter("id", id)
                .setParameter("organization", organization)
                .getResultList()
                .isEmpty();
    }

    /** How often organisations read the record (閲覧). */
    long readsOf(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from personal_read where supporter = :supporter")
                        .setParameter("supporter", id)
                        .getSingleResult())
                .longValue();
    }

    private static Supporter handledBy(Actor actor, Optional<Supporter> found) {
        return found.filter(Supporter::active).filter(actor::mayHandle).orElseThrow(NotFound::new);
    }
}
