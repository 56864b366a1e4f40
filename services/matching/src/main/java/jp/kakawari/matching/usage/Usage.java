package jp.kakawari.matching.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** The usage meter (利用量). Applications and participations are counted where they stand; only answers need a row. */
@ApplicationScoped
public class Usage {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String OF_MONTH = """
            select organization,
                   count(*) filter (where kind = 'recommendation'),
                   count(*) filter (where kind = 'application'),
                   count(*) filter (where kind = 'participation')
            from (select 'recommendation' as kind, organization, answered_at as at from recommendation_answer
                  union all select 'application', channel, submitted_at from application
                  union all select 'participation', recorded_by, checked_in_at from participation) fact
            where at >= :start and at < :end and organization > :after
              and (:everybody or organization = :organization)
            group by organization order by organization limit :limit
            """;

    @Inject
    EntityManager database;

    /** Notes that a recommendation was answered, in the transaction that answers it. */
    @Transactional(TxType.MANDATORY)
    public void answered(UUID organization) {
        database.createNativeQuery("insert into recommendation_answer (organization) values (:organization)")
                .setParameter("organization", organization)
                .executeUpdate();
    }

    /** Months are Japan's. Of all organisations when none is named; persons count for nobody. */
    @Transactional
    List<UsageView> of(YearMonth month, Optional<UUID> organization, PageRequest page) {
        List<?> rows = database.createNativeQuery(OF_MONTH)
                .setParameter(
                        "start", month.atDay(1).atStartOfDay(JapanTime.ZONE).toInstant())
                .setParameter(
                        "end",
                        month.plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(JapanTime.ZONE)
                                .toInstant())
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST))
                .setParameter("everybody", organization.isEmpty())
                .setParameter("organization", organization.orElse(FIRST))
                .setParameter("limit", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> view(row, month))
                .toList();
    }

    private static UsageView view(Object[] row, YearMonth month) {
        return new UsageView((UUID) row[0], month.toString(), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
