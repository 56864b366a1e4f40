package jp.kakawari.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.staging.Counts;
import jp.kakawari.registry.staging.MunicipalityLock;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chunks of a job did is counted, though they are merged side by side and the job may be cancelled meanwhile. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncJobsTest {

    private static final String TOWN = "242161";

    @Inject
    DataSource database;

    @Inject
    SyncJobs jobs;

    @Inject
    ListKinds kinds;

    @Inject
    Traces traces;

    private final UUID job = UUID.randomUUID();
    private MunicipalityLock held;

    /** Who holds the municipality keeps others from finishing the job. */
    @BeforeEach
    void begin() throws SQLException {
        held = MunicipalityLock.take(database, TOWN, Duration.ofSeconds(10)).orElseThrow();
        Connection connection = held.connection();
        jobs.start(connection, job, kinds.of("supporter"), TOWN, null, SyncOptions.upsert(false), null);
        jobs.advance(connection, job, 100, 12, 1);
        Sql.run(connection, """
                update sync_job set state = 'STAGED', staged_at = created_at + interval '1 second' where id = ?""", job);
        jobs.merging(connection, job, 1, List.of());
        connection.commit();
    }

    @AfterEach
    void forget() throws SQLException {
        try (MunicipalityLock last = held) {
            Sql.run(last.connection(), "delete from sync_job where id = ?", job);
            last.connection().commit();
        }
    }

    @Test
    void who_watches_learns_how_fast_it_goes_and_how_long_it_takes() throws SQLException {
        try (Connection chunk = chunk()) {
            jobs.merged(chunk, job, new Counts(2, 1, 0, 0, 0));
            chunk.commit();
        }
        SyncJob merging = jobs.find(TOWN, job).orElseThrow();
        Clock later = Clock.fixed(merging.createdAt().plusSeconds(4), ZoneOffset.UTC);
        SyncView.Progress told = SyncView.of(merging, new ObjectMapper(), later).progress();
        assertThat(told.rowsPerSecond()).as("12 rows in 4 s").isEqualTo(3);
        assertThat(told.secondsLeft()).as("4 of 11 rows in 3 s, one superseded").isEqualTo(5);
    }

    @Test
    void no_chunk_waits_for_the_commit_of_another() throws SQLException {
        try (Connection slow = chunk();
                Connection quick = chunk()) {
            assertThat(jobs.merged(slow, job, new Counts(2, 1, 0, 0, 0))).isTrue();
            assertThat(jobs.merged(quick, job, new Counts(3, 0, 3, 0, 1))).isTrue();
            quick.commit();
            assertThat(told()).isEqualTo("MERGING 3 0 3 0 2");
            slow.commit();
            assertThat(told()).isEqualTo("MERGING 5 1 3 0 2");
            jobs.done(slow, job);
            slow.commit();
        }
        assertThat(told()).isEqualTo("DONE 5 1 3 0 2");
        assertThat(traces.query("select count(*)::text from sync_merged where job = '%s'".formatted(job)))
                .containsExactly("0");
    }

    @Test
    void who_cancels_waits_for_the_chunk_that_is_being_merged_and_no_other_follows() throws Exception {
        try (Connection merging = chunk();
                Connection late = chunk()) {
            assertThat(jobs.merged(merging, job, new Counts(4, 0, 0, 0, 0))).isTrue();
            var cancelled = CompletableFuture.supplyAsync(() -> jobs.cancel(job));
            while (traces.waitingFor(session(merging)).isEmpty()) {
                assertThat(cancelled).isNotDone();
                Thread.onSpinWait();
            }
            merging.commit();
            assertThat(cancelled.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.merged(late, job, new Counts(4, 0, 0, 0, 0))).isFalse();
            late.rollback();
        }
        assertThat(told()).isEqualTo("CANCELLED 4 0 0 0 1");
    }

    @Test
    void a_job_ends_when_its_last_chunk_has_however_early_its_closing_transaction_began() throws SQLException {
        Connection closing = held.connection();
        Sql.list(closing, row -> null, "select 1");
        try (Connection merging = chunk()) {
            jobs.merged(merging, job, new Counts(10, 0, 0, 0, 0));
            merging.commit();
        }
        String merged = traces.query("select clock_timestamp()::text").getFirst();
        jobs.done(closing, job);
        closing.commit();
        assertThat(traces.query("select (finished_at > timestamptz '%s')::text from sync_job where id = '%s'"
                        .formatted(merged, job)))
                .containsExactly("true");
    }

    /** Whoever has to wait fails soon. */
    private Connection chunk() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        Sql.list(connection, row -> null, "select set_config('lock_timeout', '5s', true)");
        return connection;
    }

    private static String session(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    private String told() {
        SyncJob now = jobs.find(TOWN, job).orElseThrow();
        return "%s %d %d %d %d %d"
                .formatted(now.state(), now.created(), now.changed(), now.unchanged(), now.ended(), now.rejected());
    }
}
