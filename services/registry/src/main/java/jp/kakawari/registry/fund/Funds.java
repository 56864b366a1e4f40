package jp.kakawari.registry.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.PageRequest;

/** All funds, with what is in them: counted from their entries and from the ledger, never kept. */
@ApplicationScoped
class Funds {

    private static final String FUND = """
            select f.code, f.revision, f.name, f.purpose,
                   cast(coalesce(e.went_in, 0) + coalesce(d.given, 0) as bigint), cast(coalesce(e.went_out, 0) as bigint)
            from fund f
            left join lateral (
                select sum(yen) filter (where direction = 'IN') as went_in, sum(yen) filter (where direction = 'OUT') as went_out
                from fund_entry where municipality = f.municipality and fund = f.code) e on true
            left join lateral (
                select sum(s.yen) as given
                from donation_project p
                join support s on s.municipality = p.municipality and s.project = p.code
                join engagement g on g.id = s.engagement and g.status = 'ATTESTED'
                where p.municipality = f.municipality and p.fund = f.code) d on true
            where f.municipality = :municipality
            """;

    private static final String ENTRY = """
            select e.id, e.direction, e.yen, e.booked_on, e.project, e.source_transaction, e.takes_back, e.reason, c.id as counter
            from fund_entry e left join fund_entry c on c.takes_back = e.id
            where e.municipality = :municipality and e.fund = :fund
            """;

    private final EntityManager database;

    Funds(EntityManager database) {
        this.database = database;
    }

    Optional<FundView> of(String municipality, String code) {
        List<?> rows = database.createNativeQuery(FUND + "and f.code = :code")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(Funds::fund).findFirst();
    }

    /** The revision of a fund that nobody else changes or spends from until the transaction ends. */
    Optional<Long> held(String municipality, String code) {
        List<?> rows = database.createNativeQuery(
                        "select revision from fund where municipality = :municipality and code = :code for update")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).findFirst();
    }

    /** False where somebody else was faster. */
    boolean add(String municipality, String code, FundRequest request, Instant now) {
        return written(municipality, code, request, now, """
                        insert into fund (municipality, code, revision, name, purpose, updated_at)
                        values (:municipality, :code, 1, :name, nullif(:purpose, ''), :now) on conflict do nothing""") > 0;
    }

    void change(String municipality, String code, FundRequest request, Instant now) {
        written(municipality, code, request, now, """
                        update fund set revision = revision + 1, name = :name, purpose = nullif(:purpose, ''), updated_at = :now
                        where municipality = :municipality and code = :code""");
    }

    private int written(String municipality, String code, FundRequest request, Instant now, String sql) {
        return database.createNativeQuery(sql)
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .setParameter("name", request.name())
                .setParameter("purpose", request.purpose() == null ? "" : request.purpose())
                .setParameter("now", now)
                .executeUpdate();
    }

    List<FundView> page(String municipality, PageRequest page) {
        List<?> rows = database.createNativeQuery(FUND + "and f.code > :after order by f.code limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(Funds::fund).toList();
    }

    long count(String municipality) {
        return number(database.createNativeQuery("select count(*) from fund where municipality = :municipality")
                .setParameter("municipality", municipality));
    }

    boolean hasProject(String municipality, String project) {
        return number(database.createNativeQuery(
                                "select count(*) from donation_project where municipality = :municipality and code = :code")
                        .setParameter("municipality", municipality)
                        .setParameter("code", project))
                > 0;
    }

    Optional<FundEntryView> entry(String municipality, String fund, String transaction) {
        List<?> rows = database.createNativeQuery(ENTRY + "and e.source_transaction = :transaction")
                .setParameter("municipality", municipality)
                .setParameter("fund", fund)
                .setParameter("transaction", transaction)
                .getResultList();
        return rows.stream().map(Funds::entry).findFirst();
    }

    void book(String municipality, String fund, FundEntryView.Request request) {
        database.createNativeQuery("""
                        insert into fund_entry (municipality, fund, direction, yen, booked_on, project, source_transaction)
                        values (:municipality, :fund, :direction, :yen, :day, nullif(:project, ''), :transaction)
                        """)
                .setParameter("municipality", municipality)
                .setParameter("fund", fund)
                .setParameter("direction", request.direction().name())
                .setParameter("yen", request.yen())
                .setParameter("day", request.bookedOn())
                .setParameter(
                        "project",
                        request.project() == null ? "" : request.project().value())
                .setParameter("transaction", request.sourceTransaction())
                .executeUpdate();
    }

    Optional<FundEntryView> entry(String municipality, String fund, UUID id) {
        List<?> rows = database.createNativeQuery(ENTRY + "and e.id = :id")
                .setParameter("municipality", municipality)
                .setParameter("fund", fund)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Funds::entry).findFirst();
    }

    /** Books the counter-entry to one of a fund that is held; answers its id. */
    UUID takeBack(UUID entry, LocalDate day, String reason, String subject) {
        return (UUID) database.createNativeQuery("""
                        insert into fund_entry (municipality, fund, direction, yen, booked_on, project, takes_back, reason, subject)
                        select municipality, fund, direction, -yen, :day, project, id, :reason, :subject
                        from fund_entry where id = :entry returning id
                        """, UUID.class)
                .setParameter("entry", entry)
                .setParameter("day", day)
                .setParameter("reason", reason)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    List<FundEntryView> entries(String municipality, String fund, PageRequest page) {
        List<?> rows = database.createNativeQuery(ENTRY + "and e.id > :after order by e.id limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter("fund", fund)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(Funds::entry).toList();
    }

    long countEntries(String municipality, String fund) {
        return number(database.createNativeQuery(
                        "select count(*) from fund_entry where municipality = :municipality and fund = :fund")
                .setParameter("municipality", municipality)
                .setParameter("fund", fund));
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static FundView fund(Object found) {
        Object[] row = (Object[]) found;
        long in = ((Number) row[4]).longValue();
        long out = ((Number) row[5]).longValue();
        return new FundView(
                (String) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                in,
                out,
                in - out,
                FundView.ACTIONS);
    }

    private static FundEntryView entry(Object found) {
        Object[] row = (Object[]) found;
        return new FundEntryView(
                (UUID) row[0],
                FundEntryView.Direction.valueOf((String) row[1]),
                ((Number) row[2]).longValue(),
                Sql.date(row[3]),
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (UUID) row[8],
                row[6] == null && row[8] == null ? List.of("take-back") : List.of());
    }
}
