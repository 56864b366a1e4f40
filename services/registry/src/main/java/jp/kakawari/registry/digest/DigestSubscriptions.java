package jp.kakawari.registry.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The desks that are told what is new. */
@ApplicationScoped
class DigestSubscriptions implements PanacheRepositoryBase<DigestSubscription, String> {

    Optional<DigestSubscription> held(String municipality) {
        return findByIdOptional(municipality, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One whose time has come, held; those that others hold are left to them. */
    @SuppressWarnings("unchecked")
    Optional<DigestSubscription> due() {
        List<DigestSubscription> due = getEntityManager()
                .createNativeQuery("""
                        select * from digest_subscription where next_at <= now()
                        order by next_at limit 1 for update skip locked
                        """, DigestSubscription.class)
                .getResultList();
        return due.stream().findFirst();
    }
}
