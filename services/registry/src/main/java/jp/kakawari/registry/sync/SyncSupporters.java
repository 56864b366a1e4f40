package jp.kakawari.registry.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import jp.kakawari.registry.columnmapping.ColumnMappings;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.roster.Encoding;
import jp.kakawari.registry.roster.EntryReader;
import jp.kakawari.registry.roster.Roster;
import jp.kakawari.registry.roster.RosterTooLarge;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.StagedRows;
import jp.kakawari.registry.supporter.NewId;

/**
 * Receives a municipality's list of supporters (名簿の同期) as a stream: in constant memory every row is staged, sealed, and
 * nothing is promised before all of it is stored. The merge follows in the background.
 */
@ApplicationScoped
class SyncSupporters {

    private static final int BATCH_CHARACTERS = 1 << 20;
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final DataSource database;
    private final SyncJobs jobs;
    private final ColumnMappings mappings;
    private final MergeStaged merges;
    private final StagedRows.Seals seals;
    private final SyncConfig config;
    private final Clock clock;
    private final Semaphore slots;

    SyncSupporters(
            DataSource database,
            SyncJobs jobs,
            ColumnMappings mappings,
            MergeStaged merges,
            PersonalData personalData,
            BlindIndex index,
            ObjectMapper json,
            SyncConfig config,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.mappings = mappings;
        this.merges = merges;
        this.seals = new StagedRows.Seals(personalData, index, json);
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
    Arrival receive(String municipality, UUID organization, boolean dryRun, InputStream body) {
        if (!slots.tryAcquire()) {
            throw new TooManySyncs();
        }
        boolean kept = false;
        try {
            DigestInputStream digested = new DigestInputStream(body, sha256());
            Optional<MunicipalityLock> lock = take(municipality);
            if (lock.isEmpty()) {
                return inVain(municipality, dryRun, digested);
            }
            Arrival arrival = receive(lock.get(), municipality, organization, dryRun, digested);
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

    private Arrival receive(
            MunicipalityLock lock, String municipality, UUID organization, boolean dryRun, DigestInputStream body)
            throws SQLException {
        UUID job = NewId.next();
        boolean received = false;
        try (Roster roster = new Roster(body, mappings.of(municipality), config.limits())) {
            merges.finish(lock);
            jobs.start(lock.connection(), job, municipality, organization, dryRun);
            lock.connection().commit();
            stage(roster, job, municipality, lock.connection());
            Sent sent = new Sent(hex(body), dryRun);
            received = true;
            return new Arrival(this, job, lock, municipality, sent, roster.encoding(), roster.header());
        } finally {
            if (!received) {
                forget(lock, job);
            }
        }
    }

    /** A job that is done gives its lock back an instant later; for one that still works nobody waits. */
    private Optional<MunicipalityLock> take(String municipality) throws SQLException {
        Duration patience = jobs.running(municipality).isPresent() ? Duration.ZERO : GIVING_BACK;
        return MunicipalityLock.take(database, municipality, patience);
    }

    private void stage(Roster roster, UUID job, String municipality, Connection connection) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        StagedRows staged = new StagedRows(job, municipality, new EntryReader(roster.header(), today), today, seals);
        List<Row> batch;
        do {
            batch = batch(roster);
            staged.add(batch, connection);
            if (!jobs.advance(connection, job, roster.bytesRead(), staged.rowsRead(), staged.rowsRejected())) {
                throw new SyncCancelled();
            }
            connection.commit();
        } while (!batch.isEmpty());
    }

    private List<Row> batch(Roster roster) {
        List<Row> batch = new ArrayList<>();
        int characters = 0;
        while (batch.size() < config.batchRows() && characters < BATCH_CHARACTERS) {
            Row row = roster.next();
            if (row == null) {
                break;
            }
            batch.add(row);
            characters += row.cells().stream().mapToInt(String::length).sum();
        }
        return batch;
    }

    /** Reads the body for its fingerprint alone: a repeated request is answered as before, even while its job runs. */
    private Arrival inVain(String municipality, boolean dryRun, DigestInputStream body) throws IOException {
        byte[] chunk = new byte[8192];
        long read = 0;
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            read += n;
            if (read > config.maxBytes()) {
                throw new SyncRunning(jobs.running(municipality));
            }
        }
        return Arrival.inVain(this, municipality, new Sent(hex(body), dryRun));
    }

    SyncJob stage(String municipality, UUID job, Encoding encoding, List<String> header, List<String> fields) {
        if (!jobs.stage(job, encoding, header, fields)) {
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

    void discard(MunicipalityLock lock, UUID job) {
        slots.release();
        try {
            forget(lock, job);
        } catch (SQLException lost) {
            merges.leaveForLater(lock.municipality(), lost);
        }
    }

    private void forget(MunicipalityLock lock, UUID job) throws SQLException {
        try (lock) {
            lock.connection().rollback();
            jobs.forget(lock.connection(), job);
            lock.connection().commit();
        }
    }

    private static String hex(DigestInputStream body) {
        return HexFormat.of().formatHex(body.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
