package jp.kakawari.registry.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.staging.Sql;

/**
 * Tells how many a campaign reached and how many answered (配信結果), once it is sent and whenever that has changed: counted
 * again each time, never incremented, and nobody is named.
 */
@ApplicationScoped
class TellDeliveries {

    private static final int AT_ONCE = 20;

    private final EntityManager database;
    private final Outbox outbox;

    TellDeliveries(EntityManager database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Scheduled(every = "${kakawari.mail.looked-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void tell() {
        List<?> due =
                database.createNativeQuery("""
                        update campaign set untold = false, tellings = tellings + 1
                        where id in (select id from campaign where untold order by id limit :most for update skip locked)
                        returning id
                        """).setParameter("most", AT_ONCE).getResultList();
        if (!due.isEmpty()) {
            outbox.append(counted(due.toArray(UUID[]::new)));
        }
    }

    private List<DeliveryCounted> counted(UUID[] campaigns) {
        List<?> rows = database.createNativeQuery("""
                        select c.id, c.tellings, c.kind, c.municipality, c.sent_on,
                               count(d.supporter) filter (where d.state = 'SENT'),
                               count(d.supporter) filter (where d.state = 'REFUSED'),
                               count(d.supporter) filter (where d.state = 'UNKNOWN'),
                               count(d.supporter) filter (where d.state = 'WITHDRAWN'),
                               count(d.answered_at)
                        from campaign c left join campaign_delivery d on d.campaign = c.id
                        where c.id = any(:campaigns)
                        group by c.id order by c.id
                        """)
                .setParameter("campaigns", campaigns)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DeliveryCounted(
                        (UUID) row[0],
                        number(row[1]),
                        DeliveryCounted.Kind.valueOf((String) row[2]),
                        (String) row[3],
                        Sql.date(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8]),
                        number(row[9])))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
