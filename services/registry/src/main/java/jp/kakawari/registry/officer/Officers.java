package jp.kakawari.registry.officer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All who hold, held or will hold an office. */
@ApplicationScoped
class Officers implements PanacheRepositoryBase<Officer, UUID> {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param trained whether they completed a training
     */
    record Filter(String municipality, OfficerRole role, OfficerState state, Boolean trained, LocalDate today) {}

    Optional<Officer> held(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Writes it; the database sees that a municipality has one CKO at a time. */
    void save(Officer officer) {
        try {
            persistAndFlush(officer);
        } catch (ConstraintViolationException overlapping) {
            throw new OfficeHeld();
        }
    }

    @SuppressWarnings("unchecked")
    List<Officer> page(Filter filter, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, values);
        page.after().ifPresent(cursor -> {
            conditions.add("id > :after");
            values.put("after", cursor.uuid(0));
        });
        String sql = "select * from officer where " + String.join(" and ", conditions) + " order by id limit :fetch";
        Query query = getEntityManager().createNativeQuery(sql, Officer.class).setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        String sql = "select count(*) from officer where " + String.join(" and ", conditions(filter, values));
        Query query = getEntityManager().createNativeQuery(sql, Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private static List<String> conditions(Filter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (filter.municipality() != null) {
            conditions.add("municipality = :municipality");
            values.put("municipality", filter.municipality());
        }
        if (filter.role() != null) {
            conditions.add("role = :role");
            values.put("role", filter.role().name());
        }
        if (filter.state() != null) {
            conditions.add(filter.state().condition());
            values.put("today", filter.today());
        }
        if (filter.trained() != null) {
            conditions.add(filter.trained() ? "training_completed_on is not null" : "training_completed_on is null");
        }
        return conditions;
    }
}
