package jp.kakawari.registry.membership;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A member gets what they have earned (特典の付与), once for all, and loses what they were given by mistake; their history says so. */
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

    /**
     * Takes back what was given by mistake, unless the member has used it; the history says who did. The member must be held;
     * their membership is held here, so that who is using it just now is awaited.
     */
    @Transactional(MANDATORY)
    public void takeBack(UUID membership, String entitlement, UUID organization) {
        database.createNativeQuery("select id from membership where id = :membership for update")
                .setParameter("membership", membership)
                .getSingleResult();
        database.createNativeQuery("""
                        with gone as (
                            delete from benefit b where b.membership = :membership and b.entitlement = :entitlement
                              and not exists (select from entitlement_use u
                                              where u.membership = b.membership and u.entitlement = b.entitlement)
                            returning b.membership)
                        insert into membership_history (membership, action, done_by, organization, policy, tier_after)
                        select m.id, 'BENEFIT_TAKEN_BACK', 'ORGANIZATION', :organization, m.policy, m.tier
                        from membership m join gone on gone.membership = m.id
                        """)
                .setParameter("membership", membership)
                .setParameter("entitlement", entitlement)
                .setParameter("organization", organization)
                .executeUpdate();
    }
}
