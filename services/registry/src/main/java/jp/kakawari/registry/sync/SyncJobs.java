package jp.kakawari.registry.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Counts;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.registry.staging.ListKind.Notice;
import jp.kakawari.registry.staging.ListKind.Settled;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedList;

/** The jobs. What belongs to one transaction with staging or merging takes its connection. */
@ApplicationScoped
class SyncJobs {

    private final DataSource database;
    private final ListKinds kinds;
    private final ObjectMapper json;

    SyncJobs(DataSource database, ListKinds kinds, ObjectMapper json) {
        this.database = database;
        this.kinds = kinds;
        this.json = json;
    }

    void start(
            Connection connection,
            UUID id,
            ListKind kind,
            String municipality,
            UUID organization,
            SyncOptions options,
            Long announcedBytes)
            throws SQLException {
        Sql.run(
                connection,
                """
                insert into sync_job (id, kind, municipality, organization, dry_run, mode, on_conflict, end_at_most,
                                      scheme, bytes_expected, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVING')""",
                id,
                kind.name(),
                municipality,
                organization,
                options.dryRun(),
                options.mode().name(),
                options.onConflict().name(),
                options.endAtMost(),
                options.scheme(),
                announcedBytes);
    }

    /** Notes what was received so far; false when the job was cancelled meanwhile. */
    boolean advance(Connection connection, UUID id, long bytes, long rowsRead, long rejected) throws SQLException {
        return Sql.run(
                        connection,
                        "update sync_job set bytes = ?, rows_read = ?, rejected = ? where id = ? and state = 'RECEIVING'",
                        bytes,
                        rowsRead,
                        rejected,
                        id)
                == 1;
    }

    /** Everything is received; false when the job was cancelled meanwhile. */
    boolean stage(UUID id, ReadAs readAs) {
        return with(connection -> Sql.run(
                        connection,
                        """
                        update sync_job
                        set state = 'STAGED', format = ?, encoding = ?, header = ?, fields = ?, proposals = cast(? as jsonb),
                            staged_at = now()
                        where id = ? and state = 'RECEIVING'""",
                        readAs.format().name(),
                        readAs.encoding().name(),
                        readAs.header(),
                        readAs.fields(),
                        json(readAs.proposals()),
                        id)
                == 1);
    }

    private String json(List<?> told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The list as a whole is settled, and merging begins; false when the job was cancelled meanwhile. */
    boolean merging(Connection connection, UUID id, long superseded, List<Notice> notices) throws SQLException {
        return Sql.run(
                        connection,
                        "update sync_job set state = 'MERGING', superseded = ?, notices = cast(? as jsonb) where id = ? and state = 'STAGED'",
                        superseded,
                        json(notices),
                        id)
                == 1;
    }

    /**
     * Notes what a chunk did, in its transaction; false when the job was cancelled meanwhile. Whoever cancels waits for it,
     * other chunks don't.
     */
    boolean merged(Connection connection, UUID id, Counts counts) throws SQLException {
        return Sql.run(
                        connection,
                        """
                        insert into sync_merged (job, created, changed, unchanged, ended, rejected)
                        select id, ?, ?, ?, ?, ? from sync_job where id = ? and state = 'MERGING' for share""",
                        counts.created(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.ended(),
                        counts.refused(),
                        id)
                == 1;
    }

    /** Writes the report, once nothing is merged any more. */
    void done(Connection connection, UUID id) throws SQLException {
        addUp(connection, id);
        Sql.run(connection, """
                update sync_job
                set state = 'DONE', finished_at = clock_timestamp(),
                    reasons = (select coalesce(jsonb_agg(r order by r.count desc, r.code), '[]')
                               from (select reasons[1] as code, count(*) as count,
                                            (array_agg(line order by line))[1:100] as lines
                                     from sync_rejection where job = ? group by reasons[1]) r)
                where id = ? and state = 'MERGING'""", id, id);
    }

    private static void addUp(Connection connection, UUID id) throws SQLException {
        Sql.run(connection, """
                with merged as (delete from sync_merged where job = ? returning *),
                total as (select coalesce(sum(created), 0) as created, coalesce(sum(changed), 0) as changed,
                                 coalesce(sum(unchanged), 0) as unchanged, coalesce(sum(ended), 0) as ended,
                                 coalesce(sum(rejected), 0) as rejected
                          from merged)
                update sync_job j
                set created = j.created + t.created, changed = j.changed + t.changed, unchanged = j.unchanged + t.unchanged,
                    ended = j.ended + t.ended, rejected = j.rejected + t.rejected
                from total t where j.id = ?""", id, id);
    }

    /** Closes a job: what is staged of it and not merged is thrown away. */
    void fail(Connection connection, SyncJob job, String failure) throws SQLException {
        StagedList.discard(connection, kinds.of(job), job.id());
        Sql.run(
                connection,
                "update sync_job set state = 'FAILED', failure = ?, finished_at = clock_timestamp() where id = ? and state not in ('CANCELLED', 'DONE')",
                failure,
                job.id());
    }

    /** Closes a job that would end too many, and notes how many of how many. */
    void failForEnding(Connection connection, SyncJob job, Settled settled) throws SQLException {
        fail(connection, job, MergeStaged.TOO_MANY_WOULD_END);
        Sql.run(
                connection,
                "update sync_job set would_end = ?, listed = ? where id = ? and state = 'FAILED'",
                settled.ending(),
                settled.listed(),
                job.id());
    }

    /** As if the list had never been sent; only that it was cancelled stays known. */
    void forget(Connection connection, ListKind kind, UUID id) throws SQLException {
        StagedList.discard(connection, kind, id);
        Sql.run(connection, "delete from sync_job where id = ? and state <> 'CANCELLED'", id);
    }

    /** Cancels a job wherever it stands, between two chunks; false when it is too late. */
    boolean cancel(UUID id) {
        return with(connection -> Sql.run(connection, """
                        update sync_job set state = 'CANCELLED', finished_at = clock_timestamp()
                        where id = ? and state in ('RECEIVING', 'STAGED', 'MERGING')""", id) == 1);
    }

    Optional<SyncJob> find(String municipality, UUID id) {
        return with(connection -> Sql.list(
                        connection,
                        SyncJob::read,
                        "select * from sync_told where municipality = ? and id = ?",
                        municipality,
                        id)
                .stream()
                .findFirst());
    }

    /** Newest first; the ids rise with time. */
    List<SyncJob> list(ListKind kind, String municipality, UUID before, int limit) {
        return with(connection ->
                Sql.list(connection, SyncJob::read, """
                select * from sync_told
                where municipality = ? and kind = ? and (cast(? as uuid) is null or id < ?)
                order by id desc limit ?""", municipality, kind.name(), before, before, limit));
    }

    long count(ListKind kind, String municipality) {
        return with(connection -> Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select count(*) from sync_job where municipality = ? and kind = ?",
                        municipality,
                        kind.name())
                .getFirst());
    }

    /** The oldest unfinished jobs first: to resume when their lock is free, or to name when it is not. */
    List<SyncJob> unfinished(Connection connection, String municipality) throws SQLException {
        return Sql.list(connection, SyncJob::read, """
                select * from sync_told
                where municipality = ? and state in ('RECEIVING', 'STAGED', 'MERGING') order by id""", municipality);
    }

    /** Throws away what cancelled lists left behind in a process that died. */
    void sweep() {
        for (String table :
                kinds.all().stream().flatMap(kind -> kind.waiting().stream()).toList()) {
            with(connection -> Sql.run(connection, """
                    delete from %1$s where job in (
                        select id from sync_job j where state in ('FAILED', 'CANCELLED')
                          and exists (select from %1$s r where r.job = j.id))""".formatted(table)));
        }
    }

    Optional<UUID> running(String municipality) {
        return with(connection -> unfinished(connection, municipality)).stream()
                .map(SyncJob::id)
                .findFirst();
    }

    List<String> municipalitiesWithUnfinished() {
        return with(connection -> Sql.list(
                connection,
                row -> row.getString(1),
                "select distinct municipality from sync_job where state in ('RECEIVING', 'STAGED', 'MERGING')"));
    }

    void purge(Duration age) {
        with(connection -> Sql.run(
                connection,
                "delete from sync_job where finished_at < now() - cast(? as interval)",
                age.toSeconds() + " seconds"));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
