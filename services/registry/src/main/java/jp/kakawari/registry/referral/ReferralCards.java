package jp.kakawari.registry.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All cards that were redeemed. */
@ApplicationScoped
class ReferralCards {

    private final EntityManager database;

    ReferralCards(EntityManager database) {
        this.database = database;
    }

    /** Whose card that is known to be. */
    Optional<UUID> memberOf(String scheme, String card) {
        List<?> found = database.createNativeQuery(
                        "select membership from referral_card where scheme = :scheme and card = :card")
                .setParameter("scheme", scheme)
                .setParameter("card", card)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /** False where somebody redeemed it meanwhile. */
    boolean redeem(String scheme, String card, UUID membership, LocalDate day, String by) {
        return database.createNativeQuery("""
                        insert into referral_card (scheme, card, membership, redeemed_on, redeemed_by)
                        values (:scheme, :card, :membership, :day, :by)
                        on conflict do nothing
                        """)
                        .setParameter("scheme", scheme)
                        .setParameter("card", card)
                        .setParameter("membership", membership)
                        .setParameter("day", day)
                        .setParameter("by", by)
                        .executeUpdate()
                > 0;
    }

    int redeemed(UUID membership) {
        return ((Number) database.createNativeQuery("select count(*) from referral_card where membership = :membership")
                        .setParameter("membership", membership)
                        .getSingleResult())
                .intValue();
    }

    /** What the member was given, and when. */
    Map<String, Instant> benefits(UUID membership) {
        List<?> rows = database.createNativeQuery(
                        "select entitlement, given_at from benefit where membership = :membership")
                .setParameter("membership", membership)
                .getResultList();
        Map<String, Instant> benefits = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> benefits.put((String) row[0], (Instant) row[1]));
        return benefits;
    }
}
