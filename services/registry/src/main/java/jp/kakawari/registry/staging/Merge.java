package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.stage.StagePolicy;

/**
 * Merges the staged rows of one list set by set, in the connection's transaction: the last row of a member number counts,
 * an unchanged one costs neither a write nor an event, and the events stand in the outbox when the supporters stand in
 * their table.
 */
public final class Merge {

    private final Connection connection;
    private final UUID job;
    private final String municipality;

    /** What became of the rows that had been accepted; {@code removed} ones left between arrival and merge. */
    public record Counts(long created, long changed, long unchanged, long removed, long superseded) {}

    public Merge(Connection connection, UUID job, String municipality) {
        this.connection = connection;
        this.job = job;
        this.municipality = municipality;
    }

    /** Merges and empties the staging table. */
    public Counts run(UUID organization, StagePolicy policy, LocalDate today) throws SQLException {
        lockKnownSupporters();
        Counts counts = classify();
        insertSupporters(organization);
        insertTies(policy, today);
        updateSupporters();
        updateTies();
        appendEvents();
        rejectRemoved();
        discard();
        return counts;
    }

    /** Counts what {@link #run} would do, and empties the staging table. */
    public Counts rehearse() throws SQLException {
        Counts counts = classify();
        rejectRemoved();
        discard();
        return counts;
    }

    /** In the order of their ids, as every other writer of several supporters does. */
    private void lockKnownSupporters() throws SQLException {
        Sql.list(connection, row -> null, """
                select count(*) from (
                    select s.id from supporter s
                    where s.id in (select r.supporter from sync_row r where r.job = ? and r.known and r.personal is not null)
                    order by s.id for update) locked""", job);
    }

    private Counts classify() throws SQLException {
        Sql.run(
                connection,
                "create temporary table sync_outcome (line bigint, supporter uuid, outcome text) on commit drop");
        long distinct = Sql.run(connection, """
                insert into sync_outcome
                select distinct on (r.member_number) r.line, r.supporter,
                       case when s.state = 'REMOVED' or t.ended_on is not null then 'removed'
                            when not r.known then 'created'
                            when r.personal is null or t.content_hash = r.content_hash then 'unchanged'
                            else 'changed' end
                from sync_row r
                left join supporter s on r.known and s.id = r.supporter
                left join tie t on r.known and t.municipality = ? and t.supporter = r.supporter
                where r.job = ?
                order by r.member_number, r.line desc""", municipality, job);
        Sql.run(connection, "analyze sync_outcome");
        long staged = Sql.list(connection, row -> row.getLong(1), "select count(*) from sync_row where job = ?", job)
                .getFirst();
        Map<String, Long> counts = new HashMap<>();
        Sql.list(
                connection,
                row -> counts.put(row.getString(1), row.getLong(2)),
                "select outcome, count(*) from sync_outcome group by outcome");
        return new Counts(
                counts.getOrDefault("created", 0L),
                counts.getOrDefault("changed", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("removed", 0L),
                staged - distinct);
    }

    private void insertSupporters(UUID organization) throws SQLException {
        Sql.run(connection, """
                insert into supporter (id, revision, state, kind, subject_key, prefecture, country, home, age_band,
                                       interests, skills, registered_by, channel, personal, email_index)
                select r.supporter, 1, 'ACTIVE', 'PERSON', r.subject_key, r.prefecture, r.country, r.home, r.age_band,
                       coalesce(r.interests, '{}'), r.skills, ?, 'list', r.personal, r.email_index
                from sync_row r join sync_outcome o on o.line = r.line
                where r.job = ? and o.outcome = 'created'
                order by r.supporter""", organization, job);
    }

    private void insertTies(StagePolicy policy, LocalDate today) throws SQLException {
        Sql.run(connection, """
                insert into tie (municipality, supporter, origins, stage, stage_policy, since, resident, mail_consent,
                                 source_system, source_id, content_hash)
                select ?, r.supporter, r.origins, ?, ?, coalesce(r.since, ?), r.home is not distinct from ?, r.mail_consent,
                       'list', r.member_number, r.content_hash
                from sync_row r join sync_outcome o on o.line = r.line
                where r.job = ? and o.outcome = 'created'
                order by r.supporter""", municipality, policy.stageFor(0).name(), policy.version(), today, municipality, job);
    }

    private void updateSupporters() throws SQLException {
        Sql.run(connection, """
                update supporter s
                set revision = s.revision + 1, subject_key = r.subject_key, prefecture = r.prefecture,
                    country = r.country, home = r.home, age_band = r.age_band,
                    interests = coalesce(r.interests, s.interests), skills = r.skills,
                    personal = r.personal, email_index = r.email_index, updated_at = now()
                from sync_row r join sync_outcome o on o.line = r.line
                where r.job = ? and o.outcome = 'changed' and s.id = r.supporter""", job);
    }

    private void updateTies() throws SQLException {
        Sql.run(connection, """
                update tie t
                set origins = r.origins, since = coalesce(r.since, t.since),
                    resident = r.home is not distinct from t.municipality,
                    mail_consent = r.mail_consent, content_hash = r.content_hash
                from sync_row r join sync_outcome o on o.line = r.line
                where r.job = ? and o.outcome = 'changed' and t.municipality = ? and t.supporter = r.supporter""", job, municipality);
    }

    private void appendEvents() throws SQLException {
        Sql.run(connection, """
                insert into outbox (topic, key, ce_type, ce_subject, body)
                select 'registry.supporter.v1', s.id::text, 'jp.kakawari.registry.supporter-changed.v1', s.id::text, s.body
                from sync_outcome o join supporter_state s on s.id = o.supporter
                where o.outcome in ('created', 'changed')
                order by s.id""");
    }

    /** What the row said is gone with the person: only its line is told. */
    private void rejectRemoved() throws SQLException {
        Sql.run(connection, """
                insert into sync_rejection (job, line, reasons)
                select ?, line, '{removedOnRequest}' from sync_outcome where outcome = 'removed'""", job);
    }

    private void discard() throws SQLException {
        Sql.run(connection, "delete from sync_row where job = ?", job);
    }
}
