package jp.kakawari.registry.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** All receivers; each organisation knows only its own. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

    Webhook of(UUID organization, UUID id) {
        return find("id = ?1 and organization = ?2", id, organization)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    Webhook held(UUID organization, UUID id) {
        return find("id = ?1 and organization = ?2", id, organization)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    List<Webhook> page(UUID organization, PageRequest page) {
        Optional<UUID> after = page.after().map(cursor -> cursor.uuid(0));
        return find(
                        "organization = :organization" + (after.isPresent() ? " and id > :after" : "") + " order by id",
                        after.isPresent()
                                ? Map.of("organization", organization, "after", after.get())
                                : Map.of("organization", organization))
                .range(0, page.limit())
                .list();
    }

    /** Nobody adds one of that organisation meanwhile. */
    void holdAllOf(UUID organization) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) held")
                .setParameter("what", "webhooks of " + organization)
                .getSingleResult();
    }

    long countOf(UUID organization) {
        return count("organization", organization);
    }
}
