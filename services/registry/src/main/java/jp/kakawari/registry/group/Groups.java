package jp.kakawari.registry.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All groups of organisations. */
@ApplicationScoped
class Groups implements PanacheRepositoryBase<Group, String> {

    /** Which of them are asked for; null asks for all. */
    record Filter(GroupKind kind, Slug parent) {}

    Optional<Group> held(Slug code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @SuppressWarnings("unchecked")
    List<Group> page(Filter filter, PageRequest page) {
        Map<String, Object> values = values(filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.text(0)));
        String sql = "select * from organization_group" + where(values) + " order by code limit :fetch";
        Query query = getEntityManager().createNativeQuery(sql, Group.class).setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Filter filter) {
        Map<String, Object> values = values(filter);
        Query query = getEntityManager()
                .createNativeQuery("select count(*) from organization_group" + where(values), Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    boolean hasCommittees(Slug council) {
        return count("parent", council.value()) > 0;
    }

    /** Writes it; somebody may have been faster: the database has the last word. */
    void save(Group group) {
        try {
            persistAndFlush(group);
        } catch (ConstraintViolationException faster) {
            throw new RegisteredMeanwhile();
        }
    }

    private static Map<String, Object> values(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        if (filter.kind() != null) {
            values.put("kind", filter.kind().name());
        }
        if (filter.parent() != null) {
            values.put("parent", filter.parent().value());
        }
        return values;
    }

    private static String where(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : " where "
                        + String.join(
                                " and ",
                                values.keySet().stream()
                                        .map(name -> name.equals("after") ? "code > :after" : name + " = :" + name)
                                        .toList());
    }
}
