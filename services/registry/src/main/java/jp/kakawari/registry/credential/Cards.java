package jp.kakawari.registry.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** All cards, with the memberships that they show. */
@ApplicationScoped
class Cards {

    private static final String CARD = """
            select c.id, c.membership, c.issued_at, c.revoked_at is not null, m.scheme, s.name, array_to_string(s.municipalities, ','),
                   m.municipality, m.supporter, m.number, m.tier, t.name as tier_name, m.policy, m.state = 'ACTIVE',
                   m.joined_on, m.valid_until
            from credential c
            join membership m on m.id = c.membership
            join scheme s on s.code = m.scheme
            join scheme_tier t on t.scheme = m.scheme and t.version = m.policy and t.code = m.tier
            """;

    private final EntityManager database;

    Cards(EntityManager database) {
        this.database = database;
    }

    Optional<CardRow> of(UUID id) {
        List<?> rows = database.createNativeQuery(CARD + "where c.id = :id")
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Cards::card).findFirst();
    }

    /** All that the membership ever had, in the order in which they were issued. One row more than the page shows. */
    List<IssuedCard> issued(UUID membership, PageRequest page) {
        List<?> rows = database.createNativeQuery("""
                        select id, issued_at, revoked_at, revoked_because from credential
                        where membership = :membership and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id limit :fetch
                        """)
                .setParameter("membership", membership)
                .setParameter(
                        "after",
                        page.after().map(cursor -> cursor.uuid(0).toString()).orElse(null))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new IssuedCard(
                        (UUID) row[0],
                        JapanTime.of((Instant) row[1]),
                        JapanTime.of((Instant) row[2]),
                        (String) row[3],
                        row[2] == null ? List.of("revoke") : List.of()))
                .toList();
    }

    long countIssued(UUID membership) {
        return ((Number) database.createNativeQuery("select count(*) from credential where membership = :membership")
                        .setParameter("membership", membership)
                        .getSingleResult())
                .longValue();
    }

    /** Waits until nobody else uses or changes the membership that the card shows. */
    void hold(UUID membership) {
        database.createNativeQuery("select id from membership where id = :id for update")
                .setParameter("id", membership)
                .getSingleResult();
    }

    /** The earlier card of the membership, if there is one in use, is revoked. */
    void issue(UUID id, UUID membership, Instant now) {
        database.createNativeQuery("""
                        update credential set revoked_at = :now, revoked_because = 'REISSUED'
                        where membership = :membership and revoked_at is null
                        """)
                .setParameter("now", now)
                .setParameter("membership", membership)
                .executeUpdate();
        database.createNativeQuery("insert into credential (id, membership, issued_at) values (:id, :membership, :now)")
                .setParameter("id", id)
                .setParameter("membership", membership)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Once revoked it stays so. */
    void revoke(UUID id, String because, Instant now) {
        database.createNativeQuery("""
                        update credential set revoked_at = :now, revoked_because = :because
                        where id = :id and revoked_at is null
                        """)
                .setParameter("now", now)
                .setParameter("because", because)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Whether the member was given what is not everybody's. */
    boolean earned(UUID membership, String entitlement) {
        return !database.createNativeQuery(
                        "select id from benefit where membership = :membership and entitlement = :entitlement")
                .setParameter("membership", membership)
                .setParameter("entitlement", entitlement)
                .getResultList()
                .isEmpty();
    }

    /** How often the member used that within the period; their membership must be held. */
    int uses(UUID membership, String entitlement, String period) {
        return ((Number) database.createNativeQuery("""
                        select count(*) from entitlement_use
                        where membership = :membership and entitlement = :entitlement and period = :period
                        """)
                        .setParameter("membership", membership)
                        .setParameter("entitlement", entitlement)
                        .setParameter("period", period)
                        .getSingleResult())
                .intValue();
    }

    void use(UUID membership, String entitlement, String period, int place, String municipality) {
        database.createNativeQuery("""
                        insert into entitlement_use (membership, entitlement, period, place, municipality)
                        values (:membership, :entitlement, :period, :place, :municipality)
                        """)
                .setParameter("membership", membership)
                .setParameter("entitlement", entitlement)
                .setParameter("period", period)
                .setParameter("place", place)
                .setParameter("municipality", municipality)
                .executeUpdate();
    }

    private static CardRow card(Object[] row) {
        return new CardRow(
                (UUID) row[0],
                (UUID) row[1],
                (Instant) row[2],
                (Boolean) row[3],
                (String) row[4],
                (String) row[5],
                List.of(((String) row[6]).split(",")),
                (String) row[7],
                (UUID) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (Integer) row[12],
                (Boolean) row[13],
                date(row[14]),
                date(row[15]));
    }

    private static LocalDate date(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
