package jp.kakawari.catalog.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All needs. */
@ApplicationScoped
class Needs implements PanacheRepositoryBase<Need, UUID> {

    Need known(UUID id) {
        return findByIdOptional(id).orElseThrow(Needs::unknown);
    }

    Need forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Needs::unknown);
    }

    List<Need> newest(LocalGovernmentCode municipality, PageRequest page) {
        Map<String, Object> parameters = of(municipality);
        StringBuilder where = new StringBuilder(where(municipality));
        page.after().ifPresent(after -> {
            where.append(" and (postedAt, id) < (:postedAt, :id)");
            parameters.put("postedAt", after.instant(0));
            parameters.put("id", after.uuid(1));
        });
        return find(where + " order by postedAt desc, id desc", parameters)
                .page(0, page.fetch())
                .list();
    }

    long countOf(LocalGovernmentCode municipality) {
        return count(where(municipality), of(municipality));
    }

    private static String where(LocalGovernmentCode municipality) {
        return municipality == null ? "true = true" : "municipality = :municipality";
    }

    private static Map<String, Object> of(LocalGovernmentCode municipality) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (municipality != null) {
            parameters.put("municipality", municipality.value());
        }
        return parameters;
    }

    static Cursor position(Need need) {
        return Cursor.of(need.postedAt(), need.id());
    }

    /** The public programs that answer these needs, in one query. */
    Map<UUID, List<Answer>> answersTo(Collection<UUID> needs) {
        return getSession()
                .createNativeQuery("""
                        select need, id, title, state from program
                        where need = any(?1) and state in ('PUBLISHED', 'CLOSED', 'DONE')
                        order by published_at, id
                        """, Object[].class)
                .setParameter(1, needs.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new Answer((UUID) row[1], (String) row[2], (String) row[3]),
                                Collectors.toList())));
    }

    /** Those to which any program refers, also one that isn't public: they stay. */
    Set<UUID> referredTo(Collection<UUID> needs) {
        return getSession()
                .createNativeQuery("select distinct need from program where need = any(?1)", UUID.class)
                .setParameter(1, needs.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void withdraw(Need need) {
        try {
            delete(need);
            flush();
        } catch (PersistenceException refused) {
            throw refused instanceof ConstraintViolationException violated
                            && "program_need_exists".equals(violated.getConstraintName())
                    ? new NeedAnswered()
                    : refused;
        }
    }

    private static NotFound unknown() {
        return new NotFound("There is no such need.", "この困りごとは登録されていません。");
    }
}
