package jp.kakawari.registry.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** All campaigns, each its municipality's own. */
@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    Campaign of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    Campaign held(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** The call for that event, held; one after the other of those who call at once. */
    Optional<Campaign> call(String municipality, String event) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:call, 0))")
                .setParameter("call", "disaster call " + municipality + " " + event)
                .getSingleResult();
        return find("municipality = ?1 and event = ?2", municipality, event)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Campaign> newest(String municipality, CampaignState state, PageRequest page) {
        return which(municipality, state).newestById(getEntityManager(), page);
    }

    Map<UUID, Dispatch> dispatchOf(Collection<UUID> some) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select c.id, case
                            when c.state = 'DRAFT' then 'DRAFT'
                            when c.state = 'CANCELLED' and not exists (
                                select from campaign_delivery d
                                where d.campaign = c.id and d.state in ('HANDED', 'SENT', 'UNKNOWN')) then 'DROPPED'
                            else 'BEGUN' end
                        from campaign c where c.id = any(:some)
                        """)
                .setParameter("some", some.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> Dispatch.valueOf((String) row[1])));
    }

    long count(String municipality, CampaignState state) {
        return which(municipality, state).count(getEntityManager());
    }

    private static Conditions<Campaign> which(String municipality, CampaignState state) {
        return Conditions.on("campaign", Campaign.class)
                .whereIs("municipality", municipality)
                .whereIs("state", state);
    }

    /** Whoever still waits for it gets nothing of it, and it doesn't count for their cap. */
    void dropWaiting(UUID campaign) {
        getEntityManager()
                .createNativeQuery("delete from campaign_delivery where campaign = :id and state = 'WAITING'")
                .setParameter("id", campaign)
                .executeUpdate();
    }

    CampaignView.Counts counts(UUID campaign) {
        Map<String, Long> counts = new HashMap<>();
        for (Object row : getEntityManager()
                .createNativeQuery("select state, count(*) from campaign_delivery where campaign = :id group by state")
                .setParameter("id", campaign)
                .getResultList()) {
            counts.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue());
        }
        return new CampaignView.Counts(
                counts.getOrDefault("WAITING", 0L) + counts.getOrDefault("HANDED", 0L),
                counts.getOrDefault("SENT", 0L),
                counts.getOrDefault("REFUSED", 0L),
                counts.getOrDefault("UNKNOWN", 0L),
                counts.getOrDefault("WITHDRAWN", 0L));
    }
}
