package jp.kakawari.registry.contactpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.web.PageRequest;

/** All contact points, and how many people they introduced. */
@ApplicationScoped
class ContactPoints implements PanacheRepositoryBase<ContactPoint, UUID> {

    private static final Map<String, String> CONDITIONS = Map.of(
            "kind", "kind = :kind",
            "government", "government = :government",
            "location", "location = :location",
            "targets", "targets @> cast(:targets as text[])",
            "after", "id > :after");

    /** Which of them are asked for; null asks for all. */
    record Filter(ContactPointKind kind, String government, String location, Target target) {}

    Optional<ContactPoint> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @SuppressWarnings("unchecked")
    List<ContactPoint> page(Filter filter, PageRequest page) {
        Map<String, Object> values = values(filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        String sql = "select * from contact_point" + where(values) + " order by id limit :fetch";
        Query query =
                getEntityManager().createNativeQuery(sql, ContactPoint.class).setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Filter filter) {
        Map<String, Object> values = values(filter);
        Query query =
                getEntityManager().createNativeQuery("select count(*) from contact_point" + where(values), Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /** How many people each of them introduced; who introduced nobody is missing. */
    Map<UUID, Long> referred(List<ContactPoint> points) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select contact_point, sum(people) from contact_point_referral
                        where contact_point = any(:points) group by contact_point
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

    private static Map<String, Object> values(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "kind", filter.kind() == null ? null : filter.kind().name());
        put(values, "government", filter.government());
        put(values, "location", filter.location());
        put(
                values,
                "targets",
                filter.target() == null ? null : new String[] {filter.target().name()});
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static String where(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : " where "
                        + String.join(
                                " and ",
                                values.keySet().stream().map(CONDITIONS::get).toList());
    }
}
