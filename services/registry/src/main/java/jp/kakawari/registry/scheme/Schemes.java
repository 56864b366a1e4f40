package jp.kakawari.registry.scheme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All schemes. */
@ApplicationScoped
class Schemes implements PanacheRepositoryBase<Scheme, String> {

    private static final String STANDS = """
            exists (select from membership m
                    where m.supporter = :supporter and m.scheme = %s and m.state in ('ACTIVE', 'PENDING'))""";

    Optional<Scheme> held(SchemeCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * In the order of their codes, and whether that supporter is a member, or an applicant; null asks for those of all
     * municipalities, and for nobody.
     */
    Map<Scheme, Boolean> page(LocalGovernmentCode municipality, UUID supporter, PageRequest page) {
        return runBy(municipality)
                .pageByCode(getEntityManager(), page, STANDS.formatted("t.code"), "supporter", supporter);
    }

    long count(LocalGovernmentCode municipality) {
        return runBy(municipality).count(getEntityManager());
    }

    /** Whether somebody is a member, or an applicant. */
    boolean stands(UUID supporter, String code) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select " + STANDS.formatted(":code"), Boolean.class)
                .setParameter("supporter", supporter)
                .setParameter("code", code)
                .getSingleResult();
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
