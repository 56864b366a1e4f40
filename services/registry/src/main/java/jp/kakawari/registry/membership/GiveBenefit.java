package jp.kakawari.registry.membership;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A member gets what they have earned (特典の付与), once for all, and their history says so. */
@ApplicationScoped
public class GiveBenefit {

    private final EntityManager database;

    GiveBenefit(EntityManager database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    public void give(UUID membership, String entitlement) {
        database.createNativeQuery("""
                        with given as (
                            insert into benefit (membership, entitlement) values (:membership, :entitlement)
                            on conflict do nothing
                            returning membership)
                        insert into membership_history (membership, action, done_by, policy, tier_after)
                        select m.id, 'BENEFIT_GIVEN', 'RULE', m.policy, m.tier
                        from membership m join given on given.membership = m.id
                        """)
                .setParameter("membership", membership)
                .setParameter("entitlement", entitlement)
                .executeUpdate();
    }
}
