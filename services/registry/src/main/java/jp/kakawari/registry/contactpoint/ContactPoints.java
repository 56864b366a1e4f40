package jp.kakawari.registry.contactpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All contact points, and how many people they introduced. */
@ApplicationScoped
class ContactPoints implements PanacheRepositoryBase<ContactPoint, UUID> {

    /** Which of them are asked for; null asks for all. */
    record Filter(ContactPointKind kind, String government, String location, Target target) {

        private Conditions<ContactPoint> conditions() {
            return Conditions.on("contact_point", ContactPoint.class)
                    .whereIs("kind", kind)
                    .whereIs("government", government)
                    .whereIs("location", location)
                    .where("targets @> array[cast(:target as text)]", "target", target == null ? null : target.name());
        }
    }

    Optional<ContactPoint> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<ContactPoint> page(Filter filter, PageRequest page) {
        return filter.conditions().pageById(getEntityManager(), page);
    }

    long count(Filter filter) {
        return filter.conditions().count(getEntityManager());
    }

    /** How many people each of them introduced; who introduced nobody is missing. */
    Map<UUID, Long> referred(List<ContactPoint> points) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select contact_point, sum(people) from contact_point_referral
                        where contact_point = any(:points) and withdrawn_at is null group by contact_point
                        """)
                .setParameter("points", points.stream().map(ContactPoint::id).toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    void refer(UUID id, UUID point, ReferralRequest request, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into contact_point_referral (id, contact_point, referred_on, people, recorded_at)"
                                + " values (:id, :point, :day, :people, :now)")
                .setParameter("id", id)
                .setParameter("point", point)
                .setParameter("day", request.referredOn())
                .setParameter("people", request.people())
                .setParameter("now", now)
                .executeUpdate();
    }
}
