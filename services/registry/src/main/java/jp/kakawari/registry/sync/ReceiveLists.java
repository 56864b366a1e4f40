package jp.kakawari.registry.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import jp.kakawari.registry.columnmapping.ColumnMappings;
import jp.kakawari.registry.roster.Roster;
import jp.kakawari.registry.roster.RosterTooLarge;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.NewId;

/**
 * Receives a municipality's list of any kind (名簿の同期) as a stream: in constant memory every row is staged, sealed, and
 * nothing is promised before all of it is stored. The merge follows in the background.
 */
@ApplicationScoped
class ReceiveLists {

    private static final int CHUNK_CHARACTERS = 1 << 19;
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final Duration GIVING_BACK = Duration.ofSeconds(10);

    private final DataSource database;
    private final SyncJobs jobs;
    private final ColumnMappings mappings;
    private final MergeStaged merges;
    private final Workers workers;
    private final SyncConfig config;
    private final Clock clock;
    private final Semaphore slots;

    ReceiveLists(
            DataSource database,
            SyncJobs jobs,
            ColumnMappings mappings,
            MergeStaged merges,
            Workers workers,
            SyncConfig config,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.mappings = mappings;
        this.merges = merges;
        this.workers = workers;
        this.config = config;
        this.clock = clock;
        this.slots = new Semaphore(config.atOnce());
    }

    /** Refuses a length that is too much before a byte of it is read; null for one that is not announced. */
    void mustFit(Long announcedBytes) {
        if (announcedBytes != null && announcedBytes > config.maxBytes()) {
            throw new RosterTooLarge(config.maxBytes());
        }
    }

    /**
     * Takes the whole body in.
     *
     * @throws jp.kakawari.web.Refusal when it is no list, too large, or breaks off; nothing is left of it then
     */
    Arrival receive(ListKind kind, String municipality, UUID organization, SyncOptions options, Incoming list) {
        if (!slots.tryAcquire()) {
            throw new TooManySyncs();
        }
        boolean kept = false;
        try {
            Optional<MunicipalityLock> lock = take(municipality);
            if (lock.isEmpty()) {
                return inVain(kind, municipality, options, list);
            }
            Arrival arrival = receive(lock.get(), kind, organization, options, list);
            kept = true;
            return arrival;
        } catch (SQLException failed) {
            throw new IllegalStateException("a list can't be staged: " + failed.getSQLState());
        } catch (IOException | UncheckedIOException broken) {
            throw new BrokenUpload(broken);
        } finally {
            if (!kept) {
                slots.release();
            }
        }
    }

    private Arrival receive(MunicipalityLock lock, ListKind kind, UUID organization, SyncOptions options, Incoming list)
            throws SQLException {
        String municipality = lock.municipality();
        UUID job = NewId.next();
        boolean received = false;
        try (Roster roster = list.read(kind.columns(options.scheme()), mappings.of(municipality), config.limits())) {
            merges.finish(lock);
            jobs.start(lock.connection(), job, kind, municipality, organization, options, list.bytes());
            lock.connection().commit();
            Task task = task(job, municipality, organization, options);
            stage(roster, task, kind.staging(task, roster.header()), lock);
            received = true;
            return new Arrival(this, kind, job, lock, municipality, list.sent(kind.name(), options), ReadAs.of(roster));
        } finally {
            if (!received) {
                forget(lock, kind, job);
            }
        }
    }

    /** A job that is done gives its lock back a moment later; for one that still works nobody waits. */
    private Optional<MunicipalityLock> take(String municipality) throws SQLException {
        Duration patience = jobs.running(municipality).isPresent() ? Duration.ZERO : GIVING_BACK;
        return MunicipalityLock.take(database, municipality, patience);
    }

    private Task task(UUID job, String municipality, UUID organization, SyncOptions options) {
        return new Task(
                job,
                municipality,
                organization,
                options.dryRun(),
                options.snapshot(),
                options.onConflict() == SyncOptions.OnConflict.LIST,
                options.scheme(),
                LocalDate.now(clock));
    }

    /** Rows are read here, one after the other; what makes work is done by the workers. */
    private void stage(Roster roster, Task task, ListKind.Staging rows, MunicipalityLock lock) throws SQLException {
        Progress progress = new Progress(task.job(), roster, lock);
        try (SideBySide<ListKind.Staged> chunks = new SideBySide<>(workers.count(), progress::staged)) {
            int number = 0;
            for (List<Row> chunk = chunk(roster); !chunk.isEmpty(); chunk = chunk(roster)) {
                List<Row> read = chunk;
                int chunkNumber = ++number;
                chunks.add(workers.submitUnpromised(connection -> rows.stage(chunkNumber, read, connection)));
                progress.tellNowAndThen();
            }
            chunks.join();
        }
        progress.tell();
    }

    /** How far the reception has come, told often enough to watch it. */
    private final class Progress {

        private final UUID job;
        private final Roster roster;
        private final MunicipalityLock lock;
        private Instant next = Instant.MIN;
        private long rows;
        private long rejected;

        Progress(UUID job, Roster roster, MunicipalityLock lock) {
            this.job = job;
            this.roster = roster;
            this.lock = lock;
        }

        void staged(ListKind.Staged chunk) {
            rows += chunk.rows();
            rejected += chunk.rejected();
        }

        void tellNowAndThen() throws SQLException {
            if (!clock.instant().isBefore(next)) {
                tell();
            }
        }

        void tell() throws SQLException {
            next = clock.instant().plus(TELL_EVERY);
            if (!jobs.advance(lock.connection(), job, roster.bytesRead(), rows, rejected)) {
                throw new SyncCancelled();
            }
            lock.connection().commit();
        }
    }

    private List<Row> chunk(Roster roster) {
        List<Row> chunk = new ArrayList<>();
        int characters = 0;
        while (chunk.size() < config.chunkRows() && characters < CHUNK_CHARACTERS) {
            Row row = roster.next();
            if (row == null) {
                break;
            }
            chunk.add(row);
            characters += row.cells().stream().mapToInt(String::length).sum();
        }
        return chunk;
    }

    /** Reads the body for its fingerprint alone: a repeated request is answered as before, even while its job runs. */
    private Arrival inVain(ListKind kind, String municipality, SyncOptions options, Incoming list) throws IOException {
        byte[] chunk = new byte[8192];
        long read = 0;
        for (int n = list.body().read(chunk); n >= 0; n = list.body().read(chunk)) {
            read += n;
            if (read > config.maxBytes()) {
                throw new SyncRunning(jobs.running(municipality));
            }
        }
        return Arrival.inVain(this, municipality, list.sent(kind.name(), options));
    }

    SyncJob stage(String municipality, UUID job, ReadAs readAs) {
        if (!jobs.stage(job, readAs)) {
            throw new SyncCancelled();
        }
        return jobs.find(municipality, job).orElseThrow();
    }

    Optional<UUID> running(String municipality) {
        return jobs.running(municipality);
    }

    void mergeInBackground(MunicipalityLock lock) {
        Thread.ofVirtual().name("merge-" + lock.municipality()).start(() -> {
            try (lock) {
                merges.finish(lock);
            } catch (SQLException lost) {
                merges.leaveForLater(lock.municipality(), lost);
            } finally {
                slots.release();
            }
        });
    }

    void discard(MunicipalityLock lock, ListKind kind, UUID job) {
        slots.release();
        try {
            forget(lock, kind, job);
        } catch (SQLException lost) {
            merges.leaveForLater(lock.municipality(), lost);
        }
    }

    private void forget(MunicipalityLock lock, ListKind kind, UUID job) throws SQLException {
        try (lock) {
            lock.connection().rollback();
            jobs.forget(lock.connection(), kind, job);
            lock.connection().commit();
        }
    }
}
