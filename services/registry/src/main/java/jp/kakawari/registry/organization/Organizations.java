package jp.kakawari.registry.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All member organisations and those who would like to be. */
@ApplicationScoped
class Organizations implements PanacheRepositoryBase<Organization, UUID> {

    private static final Map<String, String> CONDITIONS = Map.of(
            "state", "state = :state",
            "kind", "kind = :kind",
            "government", "government = :government",
            "prefecture", "prefecture = :prefecture",
            "grams", "capability_grams @> cast(:grams as text[])",
            "word", "strpos(capability_text, :word) > 0",
            "after", "id > :after");

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param prefecture two digits
     * @param capability any part of what they can do
     */
    record Filter(MemberState state, Kind kind, String government, String prefecture, String capability) {}

    Optional<Organization> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether it is known and no active member. */
    boolean isInactive(UUID id) {
        return count("id = ?1 and state <> ?2", id, MemberState.ACTIVE) > 0;
    }

    /** Whether that government is, or was, another member. */
    boolean holdsGovernment(String government, UUID otherThan) {
        return find("government", government).stream()
                .anyMatch(other -> other.state().isPublic() && !other.id().equals(otherThan));
    }

    @SuppressWarnings("unchecked")
    List<Organization> page(Filter filter, PageRequest page) {
        Map<String, Object> values = values(filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        String sql = "select * from organization" + where(values) + " order by id limit :fetch";
        Query query =
                getEntityManager().createNativeQuery(sql, Organization.class).setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Filter filter) {
        Map<String, Object> values = values(filter);
        Query query =
                getEntityManager().createNativeQuery("select count(*) from organization" + where(values), Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /** Writes what has changed; somebody may have been faster: the database has the last word. */
    void flush(Organization organization) {
        try {
            flush();
        } catch (ConstraintViolationException faster) {
            throw switch (String.valueOf(faster.getConstraintName())) {
                case "organization_is_one_government" -> new GovernmentTaken(organization.government());
                case "organization_has_its_own_number" -> new NumberTaken();
                default -> new RegisteredMeanwhile();
            };
        }
    }

    private static Map<String, Object> values(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "state", filter.state() == null ? null : filter.state().name());
        put(values, "kind", filter.kind() == null ? null : filter.kind().name());
        put(values, "government", filter.government());
        put(values, "prefecture", filter.prefecture());
        if (filter.capability() != null) {
            String word = Capabilities.folded(filter.capability());
            values.put("word", word);
            values.put("grams", Capabilities.grams(word).toArray(String[]::new));
        }
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
