package jp.kakawari.registry.scheme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All schemes. */
@ApplicationScoped
class Schemes implements PanacheRepositoryBase<Scheme, String> {

    Optional<Scheme> held(SchemeCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of their codes; null asks for those of all municipalities. */
    List<Scheme> page(LocalGovernmentCode municipality, PageRequest page) {
        return runBy(municipality).pageByCode(getEntityManager(), page);
    }

    long count(LocalGovernmentCode municipality) {
        return runBy(municipality).count(getEntityManager());
    }

    /** Of which of these schemes somebody is a member, or an applicant. */
    Set<String> standing(UUID supporter, List<String> codes) {
        @SuppressWarnings("unchecked")
        List<String> found = getEntityManager()
                .createNativeQuery(
                        "select distinct scheme from membership where supporter = :supporter and scheme = any(:codes) and state in ('ACTIVE', 'PENDING')")
                .setParameter("supporter", supporter)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList();
        return Set.copyOf(found);
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

    private static Conditions<Scheme> runBy(LocalGovernmentCode municipality) {
        return Conditions.on("scheme", Scheme.class)
                .where(
                        "municipalities @> array[cast(:municipality as text)]",
                        "municipality",
                        municipality == null ? null : municipality.value());
    }
}
