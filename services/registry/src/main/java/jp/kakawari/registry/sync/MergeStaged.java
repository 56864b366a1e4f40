package jp.kakawari.registry.sync;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.staging.Merge;
import jp.kakawari.registry.staging.MunicipalityLock;

/**
 * Finishes the jobs of a municipality whose lock is held: merges what is staged, in one transaction per list, and closes
 * what broke off while it was received. Runs after every list, and after a death wherever the lock is free.
 */
@ApplicationScoped
class MergeStaged {

    static final String INTERRUPTED = "interrupted";
    static final String INTERNAL = "internal";

    private final SyncJobs jobs;
    private final StagePolicies policies;
    private final Clock clock;

    MergeStaged(SyncJobs jobs, StagePolicies policies, Clock clock) {
        this.jobs = jobs;
        this.policies = policies;
        this.clock = clock;
    }

    void finish(MunicipalityLock lock) throws SQLException {
        Connection connection = lock.connection();
        for (SyncJob job : jobs.unfinished(connection, lock.municipality())) {
            if (job.state() == SyncJob.State.RECEIVING) {
                jobs.fail(connection, job.id(), INTERRUPTED);
                connection.commit();
            } else {
                merge(connection, job);
            }
        }
        connection.commit();
    }

    private void merge(Connection connection, SyncJob job) throws SQLException {
        jobs.merging(connection, job.id());
        connection.commit();
        try {
            Merge merge = new Merge(connection, job.id(), job.municipality());
            jobs.done(connection, job.id(), job.dryRun() ? merge.rehearse() : run(merge, job));
            connection.commit();
        } catch (SQLException | RuntimeException broken) {
            connection.rollback();
            Log.errorf("sync %s of %s failed: %s", job.id(), job.municipality(), told(broken));
            jobs.fail(connection, job.id(), INTERNAL);
            connection.commit();
        }
    }

    private Merge.Counts run(Merge merge, SyncJob job) throws SQLException {
        StagePolicy policy = QuarkusTransaction.requiringNew().call(policies::current);
        return merge.run(job.organization(), policy, LocalDate.now(clock));
    }

    /** The connection is gone, and the lock with it: whoever looks next takes over. */
    void leaveForLater(String municipality, SQLException lost) {
        Log.warnf("sync of %s is left for later: %s", municipality, told(lost));
    }

    /** An SQL message may quote a row. */
    private static String told(Exception broken) {
        return broken instanceof SQLException sql ? "SQL state " + sql.getSQLState() : broken.toString();
    }
}
