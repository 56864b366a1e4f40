package jp.kakawari.registry.scheme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.PageRequest;

/** All schemes. */
@ApplicationScoped
class Schemes implements PanacheRepositoryBase<Scheme, String> {

    Optional<Scheme> held(SchemeCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of their codes; null asks for those of all municipalities. */
    @SuppressWarnings("unchecked")
    List<Scheme> page(LocalGovernmentCode municipality, PageRequest page) {
        Map<String, Object> values = values(municipality);
        page.after().ifPresent(cursor -> values.put("after", cursor.text(0)));
        String sql = "select * from scheme" + where(values) + " order by code limit :fetch";
        Query query = getEntityManager().createNativeQuery(sql, Scheme.class).setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(LocalGovernmentCode municipality) {
        Map<String, Object> values = values(municipality);
        Query query = getEntityManager().createNativeQuery("select count(*) from scheme" + where(values), Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /** Whether that municipality is among those who run it. */
    boolean isRunBy(SchemeCode code, String municipality) {
        return !getEntityManager()
                .createNativeQuery(
                        "select code from scheme where code = :code and municipalities @> array[cast(:municipality as text)]")
                .setParameter("code", code.value())
                .setParameter("municipality", municipality)
                .getResultList()
                .isEmpty();
    }

    /** Has a new policy that takes its members along go through them in the background from its first day on. */
    void followPolicy(Scheme scheme) {
        if (scheme.newest().movesMembers()) {
            getEntityManager()
                    .createNativeQuery("""
                            insert into tier_review (scheme, version, moves, from_day)
                            select scheme, version, true, valid_from from scheme_policy p
                            where scheme = :scheme and version = :version and version > 1
                              and not exists (select from tier_review r where r.scheme = p.scheme and r.version = p.version and r.moves)
                            """)
                    .setParameter("scheme", scheme.code())
                    .setParameter("version", scheme.newest().version())
                    .executeUpdate();
        }
    }

    private static Map<String, Object> values(LocalGovernmentCode municipality) {
        return municipality == null ? new HashMap<>() : new HashMap<>(Map.of("municipality", municipality.value()));
    }

    private static String where(Map<String, Object> values) {
        Map<String, String> conditions = Map.of(
                "municipality", "municipalities @> array[cast(:municipality as text)]", "after", "code > :after");
        return values.isEmpty()
                ? ""
                : " where "
                        + String.join(
                                " and ",
                                values.keySet().stream().map(conditions::get).toList());
    }
}
