package jp.kakawari.registry.supporter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Minors who were on record before anybody asked for their guardian are told to lack one (保護者の同意の見直し): once, soon after the
 * start, and not only on the next first of a month. Each step notes in its own transaction how far it came, so whoever is
 * started after a crash goes on there, and of several replicas one does it. As it is done once, it waits for whomever somebody
 * else is writing just then. When all are through nothing is left to do, ever.
 */
@ApplicationScoped
class LookBackAtMinors {

    private final EntityManager database;
    private final RefreshAgeBands ages;
    private final Clock clock;

    LookBackAtMinors(EntityManager database, RefreshAgeBands ages, Clock clock) {
        this.database = database;
        this.ages = ages;
        this.clock = clock;
    }

    @Scheduled(
            every = "${kakawari.registry.minors-looked-back-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookBack() {
        while (QuarkusTransaction.requiringNew().call(this::step)) {
            continue;
        }
    }

    private boolean step() {
        List<?> due = database.createNativeQuery("select last from age_lookback for update skip locked", UUID.class)
                .getResultList();
        if (due.isEmpty()) {
            return false;
        }
        UUID last =
                ages.step((UUID) due.getFirst(), AgeBand.OF_MINORS, RefreshAgeBands.Busy.WAIT, LocalDate.now(clock));
        if (last == null) {
            database.createNativeQuery("delete from age_lookback").executeUpdate();
        } else {
            database.createNativeQuery("update age_lookback set last = :last")
                    .setParameter("last", last)
                    .executeUpdate();
        }
        return last != null;
    }
}
