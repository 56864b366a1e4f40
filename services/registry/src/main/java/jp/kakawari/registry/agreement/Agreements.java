package jp.kakawari.registry.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All agreements. Proposals are their parties' alone. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    private static final String OF_A_PARTY =
            "exists (select 1 from agreement_party p where p.agreement = agreement.id and p.organization = :%s)";

    /** Which of them are asked for; null asks for all. */
    record Filter(AgreementType type, UUID party) {

        private Conditions<Agreement> conditions(UUID asking) {
            return Conditions.on("agreement", Agreement.class)
                    .where(
                            "(concluded_at is not null or " + OF_A_PARTY.formatted("asking") + ")",
                            "asking",
                            Objects.requireNonNull(asking))
                    .whereIs("type", type)
                    .where(OF_A_PARTY.formatted("party"), "party", party);
        }
    }

    /** With its parties, in one question. */
    Optional<Agreement> of(UUID id) {
        return find("from Agreement a left join fetch a.parties where a.id = ?1", id)
                .singleResultOptional();
    }

    Optional<Agreement> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Agreement> page(Filter filter, UUID asking, PageRequest page) {
        return filter.conditions(asking).pageById(getEntityManager(), page);
    }

    long count(Filter filter, UUID asking) {
        return filter.conditions(asking).count(getEntityManager());
    }
}
