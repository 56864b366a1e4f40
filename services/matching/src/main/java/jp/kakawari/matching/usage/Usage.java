package jp.kakawari.matching.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/**
 * The usage meter (利用量): one count of answers per organisation and month. Applications and participations are counted
 * where they stand.
 */
@ApplicationScoped
public class Usage {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String COUNT_ONE = """
            insert into recommendation_count as known (organization, month, answered) values (:organization, :month, 1)
            on conflict (month, organization) do update set answered = known.answered + 1
            """;

    private static final String OF_MONTH = """
            from (select organization, answered as recommendations, 0 as applications, 0 as participations
                  from recommendation_count where month = :month
                  union all
                  select channel, 0, count(*), 0 from application
                  where submitted_at >= :start and submitted_at < :end and channel is not null group by channel
                  union all
                  select recorded_by, 0, 0, count(*) from participation
                  where checked_in_at >= :start and checked_in_at < :end group by recorded_by) used
            where organization > :after
            """;

    @Inject
    EntityManager database;

    /** Notes that a recommendation was answered, as the last thing in the transaction that answers it. */
    @Transactional(TxType.MANDATORY)
    public void answered(UUID organization) {
        database.createNativeQuery(COUNT_ONE)
                .setParameter("organization", organization)
                .setParameter("month", LocalDate.now(JapanTime.ZONE).withDayOfMonth(1))
                .executeUpdate();
    }

    /** Months are Japan's. Of all organisations when none is named; persons count for nobody. */
    @Transactional
    List<UsageView> of(YearMonth month, Optional<UUID> organization, PageRequest page) {
        UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST);
        List<?> rows = query(
                        "select organization, sum(recommendations), sum(applications), sum(participations) ",
                        " group by organization order by organization limit " + page.fetch(),
                        month,
                        organization,
                        after)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> view(row, month))
                .toList();
    }

    /** How many organisations used anything in that month. */
    @Transactional
    long countOf(YearMonth month, Optional<UUID> organization) {
        return number(query("select count(distinct organization) ", "", month, organization, FIRST)
                .getSingleResult());
    }

    private Query query(String select, String rest, YearMonth month, Optional<UUID> organization, UUID after) {
        String only = organization.isPresent() ? "and organization = :organization" : "";
        Query query = database.createNativeQuery(select + OF_MONTH + only + rest)
                .setParameter("month", month.atDay(1))
                .setParameter("start", start(month))
                .setParameter("end", start(month.plusMonths(1)))
                .setParameter("after", after);
        organization.ifPresent(one -> query.setParameter("organization", one));
        return query;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(JapanTime.ZONE).toInstant();
    }

    private static UsageView view(Object[] row, YearMonth month) {
        return new UsageView((UUID) row[0], month.toString(), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
