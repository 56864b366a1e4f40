package jp.kakawari.registry.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.engagement.ProgramsDone;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.PageRequest;

/** All certificates and what they are for. */
@ApplicationScoped
class Certificates {

    /** Which are asked for; null asks for all. */
    record Filter(String municipality, String certification, UUID supporter) {

        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("municipality", municipality);
            values.put("certification", certification);
            values.put("supporter", supporter);
            values.values().removeIf(Objects::isNull);
            return values;
        }
    }

    /** Who reached it by attested entries, of those of the %s. */
    private static final String ISSUE = """
            insert into certificate (municipality, certification, supporter, issued_on)
            select c.municipality, c.code, e.supporter, max(e.occurred_on)
            from certification c
            join engagement e on e.municipality = c.municipality and e.program = c.program and e.status = 'ATTESTED'
            join supporter s on s.id = e.supporter and s.state = 'ACTIVE'
            where %s
            group by c.municipality, c.code, c.times, e.supporter
            having count(*) >= c.times
            on conflict (municipality, certification, supporter)
                do update set revoked_on = null where certificate.revoked_on is not null
            """;

    private static final String REVOKE = """
            update certificate k set revoked_on = :today
            from certification c
            where c.municipality = k.municipality and c.code = k.certification and k.revoked_on is null and %s
              and (select count(*) from engagement e
                   where e.municipality = c.municipality and e.program = c.program and e.supporter = k.supporter
                     and e.status = 'ATTESTED') < c.times
            """;

    private static final String CERTIFICATE = """
            select k.id, k.municipality, k.certification, c.name, k.supporter, k.issued_on, k.revoked_on
            from certificate k join certification c on c.municipality = k.municipality and c.code = k.certification
            where true""";

    /** A municipality sees those only whose tie stands. */
    private static final String TIED = """
             and exists (select 1 from tie t
                         where t.municipality = k.municipality and t.supporter = k.supporter and t.ended_on is null)
            """;

    private static final String CERTIFICATION = """
            select c.code, c.revision, c.name, c.program, c.times,
                   (select count(*) from certificate k
                    where k.municipality = c.municipality and k.certification = c.code and k.revoked_on is null)
            from certification c where c.municipality = :municipality
            """;

    private final EntityManager database;

    Certificates(EntityManager database) {
        this.database = database;
    }

    /** Whoever is removed holds no certificate any more, nor is given one meanwhile. */
    void forget(@Observes Removal removal) {
        sharePrograms(municipalities(removal.supporter()));
        database.createNativeQuery("delete from certificate where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    /** Whom a certification for that program concerns: its holders, and who is in the ledger for it. */
    List<UUID> concerned(String municipality, String code, UUID program) {
        List<?> rows = database.createNativeQuery("""
                        select supporter from certificate where municipality = :municipality and certification = :code
                        union
                        select supporter from engagement where municipality = :municipality and program = :program
                        """)
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .setParameter("program", program)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /**
     * Nobody else enters a program in the municipality's ledger, or decides on an entry of one, until the transaction ends; who
     * has done so and isn't through is awaited. Supporters are held before, certifications after.
     */
    void holdPrograms(String municipality) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('programs ' || :municipality, 0))) held")
                .setParameter("municipality", municipality)
                .getSingleResult();
    }

    /** Nobody states a certification there until the transaction ends. */
    private void sharePrograms(Collection<String> municipalities) {
        database.createNativeQuery("""
                        select 1 from (
                            select pg_advisory_xact_lock_shared(hashtextextended('programs ' || done.municipality, 0))
                            from (select municipality from unnest(:municipalities) as m (municipality) order by 1) done) held
                        """)
                .setParameter("municipalities", municipalities.toArray(String[]::new))
                .getResultList();
    }

    /** Where that supporter has done programs. */
    private List<String> municipalities(UUID supporter) {
        List<?> rows = database.createNativeQuery(
                        "select distinct municipality from engagement where supporter = :supporter and program is not null")
                .setParameter("supporter", supporter)
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** Sets right what these supporters have there, by what the certifications say that nobody changes meanwhile. */
    void follow(ProgramsDone done, LocalDate today) {
        UUID[] supporters = done.supporters().toArray(UUID[]::new);
        String[] municipalities = done.municipalities().toArray(String[]::new);
        sharePrograms(done.municipalities());
        database.createNativeQuery("""
                        select c.code from certification c
                        where c.municipality = any(:municipalities)
                          and exists (select 1 from engagement e
                                      where e.municipality = c.municipality and e.program = c.program
                                        and e.supporter = any(:supporters))
                        order by c.municipality, c.code for share
                        """)
                .setParameter("municipalities", municipalities)
                .setParameter("supporters", supporters)
                .getResultList();
        String these = "c.municipality = any(:municipalities) and %s.supporter = any(:supporters)";
        database.createNativeQuery(ISSUE.formatted(these.formatted("e")))
                .setParameter("municipalities", municipalities)
                .setParameter("supporters", supporters)
                .executeUpdate();
        database.createNativeQuery(REVOKE.formatted(these.formatted("k")))
                .setParameter("municipalities", municipalities)
                .setParameter("supporters", supporters)
                .setParameter("today", today)
                .executeUpdate();
    }

    /** Sets right who has that one. */
    void follow(String municipality, String code, LocalDate today) {
        database.createNativeQuery(ISSUE.formatted("c.municipality = :municipality and c.code = :code"))
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .executeUpdate();
        database.createNativeQuery(REVOKE.formatted("c.municipality = :municipality and c.code = :code"))
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .setParameter("today", today)
                .executeUpdate();
    }

    Optional<Long> held(String municipality, String code) {
        List<?> rows = database.createNativeQuery(
                        "select revision from certification where municipality = :municipality and code = :code for update")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).findFirst();
    }

    /** False where somebody else was faster. */
    boolean add(String municipality, String code, CertificationRequest request, Instant now) {
        return written(municipality, code, request, now, """
                        insert into certification (municipality, code, revision, name, program, times, updated_at)
                        values (:municipality, :code, 1, :name, :program, :times, :now) on conflict do nothing""") > 0;
    }

    void change(String municipality, String code, CertificationRequest request, Instant now) {
        written(municipality, code, request, now, """
                        update certification
                        set revision = revision + 1, name = :name, program = :program, times = :times, updated_at = :now
                        where municipality = :municipality and code = :code""");
    }

    private int written(String municipality, String code, CertificationRequest request, Instant now, String sql) {
        return database.createNativeQuery(sql)
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .setParameter("name", request.name())
                .setParameter("program", request.program())
                .setParameter("times", request.timesOrOnce())
                .setParameter("now", now)
                .executeUpdate();
    }

    Optional<CertificationView> certification(String municipality, String code) {
        List<?> rows = database.createNativeQuery(CERTIFICATION + "and c.code = :code")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(Certificates::certification).findFirst();
    }

    List<CertificationView> certifications(String municipality, PageRequest page) {
        List<?> rows = database.createNativeQuery(CERTIFICATION + "and c.code > :after order by c.code limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(Certificates::certification).toList();
    }

    long countCertifications(String municipality) {
        return number(
                database.createNativeQuery("select count(*) from certification where municipality = :municipality")
                        .setParameter("municipality", municipality));
    }

    List<CertificateView> page(Filter filter, PageRequest page) {
        Query query = database.createNativeQuery(
                        CERTIFICATE + conditions(filter) + " and k.id > :after order by k.id limit :fetch")
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch());
        filter.values().forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(Certificates::certificate).toList();
    }

    long count(Filter filter) {
        Query query = database.createNativeQuery("select count(*) from certificate k where true" + conditions(filter));
        filter.values().forEach(query::setParameter);
        return number(query);
    }

    private static String conditions(Filter filter) {
        StringBuilder sql = new StringBuilder();
        filter.values().keySet().forEach(name -> sql.append(" and k.%1$s = :%1$s".formatted(name)));
        if (filter.municipality() != null) {
            sql.append(TIED);
        }
        return sql.toString();
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static CertificationView certification(Object found) {
        Object[] row = (Object[]) found;
        return new CertificationView(
                (String) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (UUID) row[3],
                ((Number) row[4]).intValue(),
                ((Number) row[5]).longValue(),
                List.of("change"));
    }

    private static CertificateView certificate(Object found) {
        Object[] row = (Object[]) found;
        return new CertificateView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (UUID) row[4],
                Sql.date(row[5]),
                Sql.date(row[6]));
    }
}
