package jp.kakawari.registry.sync;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.MunicipalityLock;

/**
 * Takes over lists whose process died: at start, and now and then for the replicas that are gone. Also forgets jobs that
 * are too old.
 */
@ApplicationScoped
class ResumeSyncs {

    private final DataSource database;
    private final SyncJobs jobs;
    private final MergeStaged merges;
    private final SyncConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ResumeSyncs(DataSource database, SyncJobs jobs, MergeStaged merges, SyncConfig config) {
        this.database = database;
        this.jobs = jobs;
        this.merges = merges;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("resume-syncs").start(this::lookNowAndThen);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void lookNowAndThen() {
        try {
            do {
                look();
            } while (!stopped.await(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException atTheEnd) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes what nobody holds. */
    void look() {
        try {
            for (String municipality : jobs.municipalitiesWithUnfinished()) {
                resume(municipality);
            }
            jobs.sweep();
            jobs.purge(config.keepJobs());
        } catch (SQLException | RuntimeException passing) {
            Log.warnf("can't look for syncs to resume: %s", passing.getClass().getSimpleName());
        }
    }

    private void resume(String municipality) throws SQLException {
        Optional<MunicipalityLock> lock = MunicipalityLock.take(database, municipality, Duration.ZERO);
        if (lock.isPresent()) {
            try (MunicipalityLock held = lock.get()) {
                merges.finish(held);
            }
        }
    }
}
