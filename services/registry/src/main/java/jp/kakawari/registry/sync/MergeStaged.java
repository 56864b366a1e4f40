package jp.kakawari.registry.sync;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.staging.Counts;
import jp.kakawari.registry.staging.ListKind.Settled;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.StagedChunk;
import jp.kakawari.registry.staging.StagedList;
import jp.kakawari.registry.supporterfeed.TidyFeed;

/**
 * Finishes the jobs of a municipality whose lock is held: merges what is staged, chunk by chunk and several at once, and
 * closes what broke off while it was received. Runs after every list, and after a death wherever the lock is free: what a
 * chunk did is done, and the others are still there.
 */
@ApplicationScoped
class MergeStaged {

    static final String INTERRUPTED = "interrupted";
    static final String INTERNAL = "internal";
    static final String TOO_MANY_WOULD_END = "tooManyWouldEnd";

    /** Classes of SQL states: connection, transaction, resources (a full disk), operator, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private final SyncJobs jobs;
    private final ListKinds kinds;
    private final StagePolicies policies;
    private final Workers workers;
    private final TidyFeed feeds;
    private final Clock clock;

    MergeStaged(SyncJobs jobs, ListKinds kinds, StagePolicies policies, Workers workers, TidyFeed feeds, Clock clock) {
        this.workers = workers;
        this.jobs = jobs;
        this.kinds = kinds;
        this.policies = policies;
        this.feeds = feeds;
        this.clock = clock;
    }

    void finish(MunicipalityLock lock) throws SQLException {
        Connection connection = lock.connection();
        for (SyncJob job : jobs.unfinished(connection, lock.municipality())) {
            if (job.state() == SyncJob.State.RECEIVING) {
                jobs.fail(connection, job, INTERRUPTED);
                connection.commit();
            } else {
                merge(connection, job);
            }
        }
        connection.commit();
    }

    private void merge(Connection connection, SyncJob job) throws SQLException {
        try {
            if (job.state() == SyncJob.State.MERGING || prepare(connection, job)) {
                StagedList list = new StagedList(connection, kinds.of(job), job.id());
                Counts merged = mergeChunks(job, list.chunks());
                jobs.done(connection, job.id());
                connection.commit();
                lookAfterTables(connection, job, list, merged);
            }
        } catch (SyncCancelled cancelled) {
            jobs.fail(connection, job, INTERNAL);
            connection.commit();
        } catch (SQLException | RuntimeException broken) {
            if (passes(broken)) {
                throw broken;
            }
            connection.rollback();
            Log.errorf("sync %s of %s failed: %s", job.id(), job.municipality(), told(broken));
            jobs.fail(connection, job, INTERNAL);
            connection.commit();
        }
    }

    /** The list is done, whatever comes of this. */
    private void lookAfterTables(Connection connection, SyncJob job, StagedList list, Counts merged)
            throws SQLException {
        try {
            list.tellPlanner(merged.created());
            connection.commit();
            feeds.tidyAfter(connection, job.municipality(), merged.done());
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            Log.warnf("the tables of a list could not be looked after: %s", told(failed));
        }
    }

    /** Settles the list as a whole; false when nothing is left to merge. */
    private boolean prepare(Connection connection, SyncJob job) throws SQLException {
        StagedList list = new StagedList(connection, kinds.of(job), job.id());
        Settled settled = list.settle(
                job.municipality(),
                job.options().snapshot(),
                job.options().listWins(),
                job.options().scheme());
        if (settled.endsMoreThan(job.options().endAtMost())) {
            connection.rollback();
            jobs.failForEnding(connection, job, settled);
            connection.commit();
            return false;
        }
        if (!jobs.merging(connection, job.id(), settled.superseded(), settled.notices())) {
            throw new SyncCancelled();
        }
        if (job.options().dryRun()) {
            jobs.merged(connection, job.id(), list.rehearse());
        }
        connection.commit();
        return true;
    }

    private Counts mergeChunks(SyncJob job, List<Integer> chunks) throws SQLException {
        StagePolicy policy = QuarkusTransaction.requiringNew().call(policies::current);
        Merging merging = new Merging(job.organization(), policy, LocalDate.now(clock));
        AtomicReference<Counts> merged = new AtomicReference<>(Counts.NONE);
        Consumer<Counts> add = counts -> merged.accumulateAndGet(counts, Counts::plus);
        try (SideBySide<Counts> running = new SideBySide<>(workers.count(), add)) {
            for (int chunk : chunks) {
                running.add(workers.submit(connection -> mergeChunk(connection, job, chunk, merging)));
            }
            running.join();
        }
        return merged.get();
    }

    private Counts mergeChunk(Connection connection, SyncJob job, int chunk, Merging merging) throws SQLException {
        Counts counts = new StagedChunk(connection, kinds.of(job), job.id(), job.municipality(), chunk).merge(merging);
        if (!jobs.merged(connection, job.id(), counts)) {
            throw new SyncCancelled();
        }
        return counts;
    }

    /** A database that is away, full or at odds with itself: the list keeps its place and is taken up again. */
    private static boolean passes(Exception broken) {
        return broken instanceof SQLException sql
                && (sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2)));
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
