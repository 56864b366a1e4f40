package jp.kakawari.registry.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.PageRequest;

/** All subscriptions, with what was paid: counted from the ledger, never kept. */
@ApplicationScoped
class Subscriptions {

    private static final String SUBSCRIPTION = """
            select b.id, b.revision, b.supporter, b.kind, b.yen, b.every, b.project, b.started_on, b.ended_on, p.payments, p.paid
            from subscription b
            cross join lateral (
                select count(*) as payments, coalesce(sum(s.yen), 0) as paid
                from support s join engagement g on g.id = s.engagement and g.status = 'ATTESTED'
                where s.subscription = b.id) p
            where b.municipality = :municipality
            """;

    /** Lists show those only whose tie stands. */
    private static final String TIED = """
            and exists (select 1 from tie t
                        where t.municipality = b.municipality and t.supporter = b.supporter and t.ended_on is null)
            """;

    private final EntityManager database;

    Subscriptions(EntityManager database) {
        this.database = database;
    }

    Optional<SubscriptionView> of(String municipality, UUID id) {
        return first(query("and b.id = :id", municipality).setParameter("id", id));
    }

    Optional<SubscriptionView> told(String municipality, String transaction) {
        return first(query("and b.source_transaction = :transaction", municipality)
                .setParameter("transaction", transaction));
    }

    List<SubscriptionView> page(String municipality, UUID supporter, PageRequest page) {
        Query query = query(
                        TIED + (supporter == null ? "" : "and b.supporter = :supporter ")
                                + "and b.id > :after order by b.id limit :fetch",
                        municipality)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch());
        List<?> rows = (supporter == null ? query : query.setParameter("supporter", supporter)).getResultList();
        return rows.stream().map(Subscriptions::view).toList();
    }

    long count(String municipality, UUID supporter) {
        Query query = database.createNativeQuery(
                        "select count(*) from subscription b where b.municipality = :municipality " + TIED
                                + (supporter == null ? "" : " and b.supporter = :supporter"))
                .setParameter("municipality", municipality);
        return ((Number) (supporter == null ? query : query.setParameter("supporter", supporter)).getSingleResult())
                .longValue();
    }

    /** False where it was told meanwhile. */
    boolean add(UUID id, String municipality, UUID supporter, SubscriptionRequest request, Instant now) {
        return database.createNativeQuery("""
                        insert into subscription (id, revision, municipality, supporter, kind, yen, every, project, started_on,
                                                  source_transaction, updated_at)
                        values (:id, 1, :municipality, :supporter, :kind, :yen, :every, nullif(:project, ''), :started, :transaction, :now)
                        on conflict do nothing
                        """)
                        .setParameter("id", id)
                        .setParameter("municipality", municipality)
                        .setParameter("supporter", supporter)
                        .setParameter("kind", request.kind().name())
                        .setParameter("yen", request.yen())
                        .setParameter("every", request.every().name())
                        .setParameter("project", request.project() == null ? "" : request.projectCode())
                        .setParameter("started", request.startedOn())
                        .setParameter("transaction", request.sourceTransaction())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    void end(UUID id, LocalDate day, Instant now) {
        database.createNativeQuery(
                        "update subscription set ended_on = :day, revision = revision + 1, updated_at = :now where id = :id")
                .setParameter("day", day)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Whoever is removed subscribes to nothing; what they paid stays in the sums. */
    void forget(@Observes Removal removal) {
        database.createNativeQuery("update support set subscription = null where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
        database.createNativeQuery("delete from subscription where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    private Query query(String more, String municipality) {
        return database.createNativeQuery(SUBSCRIPTION + more).setParameter("municipality", municipality);
    }

    private static Optional<SubscriptionView> first(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Subscriptions::view).findFirst();
    }

    private static SubscriptionView view(Object found) {
        Object[] row = (Object[]) found;
        LocalDate ended = Sql.date(row[8]);
        return new SubscriptionView(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (UUID) row[2],
                SubscriptionKind.valueOf((String) row[3]),
                ((Number) row[4]).longValue(),
                SubscriptionRequest.Every.valueOf((String) row[5]),
                (String) row[6],
                Sql.date(row[7]),
                ended,
                ((Number) row[9]).longValue(),
                ((Number) row[10]).longValue(),
                ended == null ? List.of("pay", "end") : List.of());
    }
}
