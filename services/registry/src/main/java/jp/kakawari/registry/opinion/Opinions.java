package jp.kakawari.registry.opinion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.opinion.Opinion.Standing;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** All opinions, each for the municipality that keeps the membership. */
@ApplicationScoped
class Opinions implements PanacheRepositoryBase<Opinion, UUID> {

    /** Which of them are asked for; null asks for all. */
    record Filter(String scheme, String topic, OpinionState state) {

        Conditions<Opinion> of(String municipality) {
            return Conditions.on("opinion", Opinion.class)
                    .whereIs("municipality", municipality)
                    .whereIs("scheme", scheme)
                    .whereIs("topic", topic)
                    .whereIs("state", state);
        }
    }

    Opinion held(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    Optional<Opinion> of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id).firstResultOptional();
    }

    /** As whom somebody may speak in a scheme today. */
    Optional<Standing> standing(String scheme, UUID supporter, LocalDate today) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        select municipality from membership
                        where scheme = :scheme and supporter = :supporter and state = 'ACTIVE'
                          and (valid_until is null or valid_until >= :today)
                        """)
                .setParameter("scheme", scheme)
                .setParameter("supporter", supporter)
                .setParameter("today", today)
                .getResultList();
        return found.stream()
                .map(municipality -> new Standing((String) municipality, scheme, supporter))
                .findFirst();
    }

    List<Opinion> page(String municipality, Filter filter, PageRequest page) {
        return filter.of(municipality).pageById(getEntityManager(), page);
    }

    long count(String municipality, Filter filter) {
        return filter.of(municipality).count(getEntityManager());
    }

    List<Opinion> pageOf(UUID supporter, PageRequest page) {
        return Conditions.on("opinion", Opinion.class)
                .where("supporter = :supporter", "supporter", supporter)
                .pageById(getEntityManager(), page);
    }
}
