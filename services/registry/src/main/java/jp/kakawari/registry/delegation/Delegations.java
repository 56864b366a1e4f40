package jp.kakawari.registry.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All delegations. */
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    /**
     * Which of them are asked for; null asks for all.
     *
     * @param side an organisation that is one of its two sides
     */
    record Filter(UUID side, UUID grantor, UUID intermediary, String government) {}

    Optional<Delegation> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that the intermediary accepted of a government and nobody revoked, where neither side is known to be inactive. */
    List<Delegation> between(String government, UUID intermediary) {
        return list("""
                from Delegation d
                where d.intermediary = ?1 and d.government = ?2 and d.acceptedAt is not null and d.revokedAt is null
                  and not exists (select 1 from Organization o
                                  where o.id in (d.intermediary, d.grantor) and o.state <> ACTIVE)
                """, intermediary, government);
    }

    List<Delegation> page(Filter filter, PageRequest page) {
        return conditions(filter).pageById(getEntityManager(), page);
    }

    long count(Filter filter) {
        return conditions(filter).count(getEntityManager());
    }

    private static Conditions<Delegation> conditions(Filter filter) {
        return Conditions.on("delegation", Delegation.class)
                .where("(grantor = :side or intermediary = :side)", "side", filter.side())
                .where("grantor = :grantor", "grantor", filter.grantor())
                .where("intermediary = :intermediary", "intermediary", filter.intermediary())
                .whereIs("government", filter.government());
    }
}
