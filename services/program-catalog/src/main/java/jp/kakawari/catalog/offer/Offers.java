package jp.kakawari.catalog.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.web.PageRequest;

/** All offers. */
@ApplicationScoped
class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private static final String STANDING = "o.program = :program and (o.validUntil is null or o.validUntil >= :today)";

    /** With the name of the partner, null as long as registry has not told it. */
    record Named(Offer offer, String partner) {}

    Optional<Offer> held(UUID program, UUID id) {
        return find("id = ?1 and program = ?2", id, program)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those of a program that are not over, in the order in which they were made. One row more than the page shows. */
    List<Named> of(UUID program, LocalDate today, PageRequest page) {
        String after = page.after().isPresent() ? " and o.id > :after" : "";
        var query = getEntityManager()
                .createQuery("from Offer o where " + STANDING + after + " order by o.id", Offer.class)
                .setParameter("program", program)
                .setParameter("today", today)
                .setMaxResults(page.fetch());
        page.after().ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        List<Offer> found = query.getResultList();
        Map<UUID, String> names = names(found);
        return found.stream()
                .map(offer -> new Named(offer, names.get(offer.partner())))
                .toList();
    }

    private Map<UUID, String> names(List<Offer> offers) {
        List<?> rows = getEntityManager()
                .createNativeQuery("select id, name from organization where id = any(:partners)")
                .setParameter(
                        "partners",
                        offers.stream().map(Offer::partner).distinct().toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (UUID) row[0], row ->
                (String) row[1]));
    }

    long countOf(UUID program, LocalDate today) {
        return count("from Offer o where " + STANDING, Map.of("program", program, "today", today));
    }
}
