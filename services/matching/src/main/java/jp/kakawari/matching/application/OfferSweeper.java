package jp.kakawari.matching.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sweeps regularly; every replica may, since each sweep locks the program that it works on. */
@ApplicationScoped
class OfferSweeper {
    private static final Logger LOG = Logger.getLogger(OfferSweeper.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("offer-sweeper").factory());

    @Inject
    SweepOffers sweepOffers;

    @Inject
    Deadlines deadlines;

    void start(@Observes StartupEvent event) {
        long pause = deadlines.sweep().toMillis();
        timer.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            sweepOffers.due().forEach(this::sweep);
        } catch (RuntimeException unreachable) {
            LOG.warnf("Offers were not swept, next try follows: %s", unreachable.getMessage());
        }
    }

    private void sweep(UUID program) {
        try {
            sweepOffers.sweep(program);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Offers of program %s were not swept", program);
        }
    }
}
