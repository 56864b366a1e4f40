package jp.kakawari.registry.contactpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** All that was recorded of people whom contact points introduced (紹介の記録); what is taken back stays. */
@ApplicationScoped
class Referrals {

    private static final String COLUMNS =
            "select id, referred_on, people, recorded_at, withdrawn_at, withdrawn_because from contact_point_referral ";

    private final EntityManager database;

    Referrals(EntityManager database) {
        this.database = database;
    }

    /** The latest first. */
    List<ReferralView> page(UUID point, PageRequest page) {
        List<?> rows = database.createNativeQuery(
                        COLUMNS + "where contact_point = :point and id < :before order by id desc limit :fetch")
                .setParameter("point", point)
                .setParameter(
                        "before", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(-1L, -1L)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(Referrals::view).toList();
    }

    long count(UUID point) {
        return (Long) database.createNativeQuery(
                        "select count(*) from contact_point_referral where contact_point = :point", Long.class)
                .setParameter("point", point)
                .getSingleResult();
    }

    Optional<ReferralView> of(UUID point, UUID id) {
        List<?> rows = database.createNativeQuery(COLUMNS + "where contact_point = :point and id = :id for update")
                .setParameter("point", point)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Referrals::view).findFirst();
    }

    void withdraw(UUID id, String reason, String subject, Instant now) {
        database.createNativeQuery("""
                        update contact_point_referral
                        set withdrawn_at = :now, withdrawn_because = :reason, withdrawn_by_subject = :subject where id = :id
                        """)
                .setParameter("subject", subject)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("id", id)
                .executeUpdate();
    }

    private static ReferralView view(Object found) {
        Object[] row = (Object[]) found;
        boolean counts = row[4] == null;
        return new ReferralView(
                (UUID) row[0],
                Sql.date(row[1]),
                ((Number) row[2]).intValue(),
                JapanTime.of((Instant) row[3]),
                counts ? null : JapanTime.of((Instant) row[4]),
                (String) row[5],
                counts ? List.of("withdraw") : List.of());
    }
}
