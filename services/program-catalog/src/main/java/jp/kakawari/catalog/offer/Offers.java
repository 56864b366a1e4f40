package jp.kakawari.catalog.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.PageRequest;
import org.hibernate.Session;

/** All offers. */
@ApplicationScoped
class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private static final String WITH_PARTNER = """
            select {o.*}, p.name as partner_name from offer o left join organization p on p.id = o.partner
            """;

    /** Of partners that registry has not told of, or that are active members. */
    private static final String STANDING = """
            where o.program = :program and (o.valid_until is null or o.valid_until >= :today)
              and coalesce(p.state, 'ACTIVE') = 'ACTIVE'
            """;

    /** With the name of the partner, null as long as registry has not told it. */
    record Named(Offer offer, String partner) {}

    Optional<Offer> held(UUID program, UUID id) {
        return find("id = ?1 and program = ?2", id, program)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those of a program that are not over and whose partner is not suspended nor has left, in the order in which they were made. One row more than the page shows. */
    List<Named> of(UUID program, LocalDate today, PageRequest page) {
        String after = page.after().isPresent() ? " and o.id > :after" : "";
        var query = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(WITH_PARTNER + STANDING + after + " order by o.id limit :fetch", Object[].class)
                .addEntity("o", Offer.class)
                .addScalar("partner_name", String.class)
                .setParameter("program", program)
                .setParameter("today", today)
                .setParameter("fetch", page.fetch());
        page.after().ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        return query.getResultList().stream()
                .map(row -> new Named((Offer) row[0], (String) row[1]))
                .toList();
    }

    long countOf(UUID program, LocalDate today) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) from offer o left join organization p on p.id = o.partner " + STANDING,
                        Long.class)
                .setParameter("program", program)
                .setParameter("today", today)
                .getSingleResult();
    }
}
