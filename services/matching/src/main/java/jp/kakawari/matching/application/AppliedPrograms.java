package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which programs a supporter has applied to, however that went. */
@ApplicationScoped
public class AppliedPrograms {
    @Inject
    EntityManager database;

    @Transactional
    public Set<UUID> of(UUID supporter) {
        return database.createQuery("select program from Application where supporter = :supporter", UUID.class)
                .setParameter("supporter", supporter)
                .getResultStream()
                .collect(Collectors.toSet());
    }
}
