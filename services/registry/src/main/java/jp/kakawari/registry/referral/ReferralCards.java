package jp.kakawari.registry.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** All cards that were redeemed. */
@ApplicationScoped
class ReferralCards {

    private static final String CARD =
            "select id, card, redeemed_on, redeemed_by, taken_back_at, taken_back_because from referral_card ";

    private static final String SEEN = "where membership = :membership and (:keeper or redeemed_by = :by) ";

    private final EntityManager database;

    ReferralCards(EntityManager database) {
        this.database = database;
    }

    /** Whose card that is known to be. */
    Optional<UUID> memberOf(String scheme, String card) {
        List<?> found = database.createNativeQuery(
                        "select membership from referral_card where scheme = :scheme and card = :card and taken_back_at is null")
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
        return ((Number) database.createNativeQuery(
                                "select count(*) from referral_card where membership = :membership and taken_back_at is null")
                        .setParameter("membership", membership)
                        .getSingleResult())
                .intValue();
    }

    /** Which cards of a membership a municipality may see: all where it keeps the membership, else those it redeemed. */
    record Seen(UUID membership, String by, boolean keeper) {}

    List<CardView> page(Seen seen, PageRequest page) {
        List<?> rows = asked(CARD + SEEN + "and id > :after order by id limit :fetch", seen)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(ReferralCards::card).toList();
    }

    long count(Seen seen) {
        return ((Number) asked("select count(*) from referral_card " + SEEN, seen)
                        .getSingleResult())
                .longValue();
    }

    Optional<CardView> of(Seen seen, UUID id) {
        List<?> rows =
                asked(CARD + SEEN + "and id = :id", seen).setParameter("id", id).getResultList();
        return rows.stream().map(ReferralCards::card).findFirst();
    }

    private Query asked(String sql, Seen seen) {
        return database.createNativeQuery(sql)
                .setParameter("membership", seen.membership())
                .setParameter("by", seen.by())
                .setParameter("keeper", seen.keeper());
    }

    /** The member must be held. */
    void takeBack(UUID id, CardView.Because because, String by, String subject, Instant now) {
        database.createNativeQuery("""
                        update referral_card set taken_back_at = :now, taken_back_because = :because, taken_back_by = :by,
                               taken_back_by_subject = :subject
                        where id = :id
                        """)
                .setParameter("now", now)
                .setParameter("because", because.name())
                .setParameter("by", by)
                .setParameter("subject", subject)
                .setParameter("id", id)
                .executeUpdate();
    }

    private static CardView card(Object found) {
        Object[] row = (Object[]) found;
        boolean counts = row[4] == null;
        return new CardView(
                (UUID) row[0],
                (String) row[1],
                Sql.date(row[2]),
                (String) row[3],
                counts ? null : JapanTime.of((Instant) row[4]),
                counts ? null : CardView.Because.valueOf((String) row[5]),
                counts ? List.of("take-back") : List.of());
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
