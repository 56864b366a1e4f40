package jp.kakawari.registry.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The desks that are told what is new. */
@ApplicationScoped
class DigestSubscriptions implements PanacheRepositoryBase<DigestSubscription, String> {

    Optional<DigestSubscription> held(String municipality) {
        return findByIdOptional(municipality, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The municipalities whose time has come. */
    @SuppressWarnings("unchecked")
    @Transactional
    List<String> due() {
        return getEntityManager()
                .createNativeQuery(
                        "select municipality from digest_subscription where next_at <= now() order by next_at",
                        String.class)
                .getResultList();
    }

    /** Theirs if its time has come, held; one that others hold is left to them. */
    @SuppressWarnings("unchecked")
    Optional<DigestSubscription> due(String municipality) {
        List<DigestSubscription> due = getEntityManager()
                .createNativeQuery("""
                        select * from digest_subscription where municipality = :municipality and next_at <= now()
                        for update skip locked
                        """, DigestSubscription.class)
                .setParameter("municipality", municipality)
                .getResultList();
        return due.stream().findFirst();
    }
}
