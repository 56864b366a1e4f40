package jp.kakawari.registry.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** What is over, and what waits for a receiver that is paused or disabled, is kept for some days (配信記録の保存期間). */
@ApplicationScoped
class ForgetOldDeliveries {

    private static final int STEP = 10_000;

    private final EntityManager database;
    private final WebhookConfig config;

    ForgetOldDeliveries(EntityManager database, WebhookConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int gone = STEP;
        while (gone == STEP) {
            gone = QuarkusTransaction.requiringNew().call(this::step);
        }
    }

    private int step() {
        return database.createNativeQuery("""
                        delete from webhook_delivery where id in (
                            select id from webhook_delivery
                            where occurred_at < now() - make_interval(secs => :seconds)
                              and coalesce(attempted_at, occurred_at) < now() - make_interval(secs => :seconds)
                            order by occurred_at limit :step)
                        """)
                .setParameter("seconds", (double) config.kept().toSeconds())
                .setParameter("step", STEP)
                .executeUpdate();
    }
}
