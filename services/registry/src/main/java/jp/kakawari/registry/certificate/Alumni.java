package jp.kakawari.registry.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.PageRequest;

/** Who has completed a program (修了者): a municipality's own supporters with an attested entry that came out of it. */
@ApplicationScoped
class Alumni {

    private static final String FROM = """
            from engagement e
            join tie t on t.municipality = e.municipality and t.supporter = e.supporter and t.ended_on is null
            where e.municipality = :municipality and e.program = :program and e.status = 'ATTESTED'
            """;

    private final EntityManager database;

    Alumni(EntityManager database) {
        this.database = database;
    }

    List<CertificateView.Alumnus> page(String municipality, UUID program, PageRequest page) {
        List<?> rows = database.createNativeQuery(
                        """
                        select e.supporter, max(case when t.source_system = 'list' then t.source_id end), count(*), max(e.occurred_on)
                        """ + FROM + " and e.supporter > :after group by e.supporter order by e.supporter limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter("program", program)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new CertificateView.Alumnus(
                        (UUID) row[0], (String) row[1], ((Number) row[2]).longValue(), Sql.date(row[3])))
                .toList();
    }

    long count(String municipality, UUID program) {
        return ((Number) database.createNativeQuery("select count(distinct e.supporter) " + FROM)
                        .setParameter("municipality", municipality)
                        .setParameter("program", program)
                        .getSingleResult())
                .longValue();
    }
}
