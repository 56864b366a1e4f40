package jp.kakawari.registry.membership;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.registry.admission.JoinRequest;
import jp.kakawari.registry.scheme.Terms;

/** What of a member's answers the policy keeps as a statistic (統計項目): yes or no, read in sums only. */
@ApplicationScoped
class KeptAnswers {

    private final EntityManager database;

    KeptAnswers(EntityManager database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    void keep(UUID membership, Terms terms, JoinRequest request) {
        if (terms.joining() == null) {
            return;
        }
        terms.joining().asked().stream()
                .filter(question -> question.statistic() != null && request.answer(question.code()) != null)
                .forEach(question -> database.createNativeQuery("""
                                insert into membership_attribute (membership, attribute, value)
                                values (:membership, :attribute, :value)
                                on conflict (membership, attribute) do update set value = excluded.value
                                """)
                        .setParameter("membership", membership)
                        .setParameter(
                                "attribute", question.statistic().attribute().name())
                        .setParameter("value", question.statistic().when().contains(request.answer(question.code())))
                        .executeUpdate());
    }

    /** Of whose record is removed, nothing is counted any more. */
    @Transactional(MANDATORY)
    void forget(UUID supporter) {
        database.createNativeQuery("""
                        delete from membership_attribute
                        where membership in (select id from membership where supporter = :supporter)
                        """).setParameter("supporter", supporter).executeUpdate();
    }
}
