package jp.kakawari.registry.supporterlist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;

/** Merges one chunk of supporters set by set. */
final class MergeSupporters {

    private final StagedChunk staged;
    private final Connection connection;
    private final UUID job;
    private final String municipality;
    private final int chunk;
    private final Merging merging;
    private final Seals seals;

    MergeSupporters(StagedChunk staged, Merging merging, Seals seals) {
        this.staged = staged;
        this.connection = staged.connection();
        this.job = staged.job();
        this.municipality = staged.municipality();
        this.chunk = staged.number();
        this.merging = merging;
        this.seals = seals;
    }

    /**
     * Nobody is held before they are changed. If somebody has changed one of them since they were staged, all is undone and
     * done again with all of them held, so that nobody changes them while the rows are looked at again.
     */
    void run() throws SQLException {
        if (!merged(StagedRows.of(staged))) {
            connection.rollback();
            staged.beAlone();
            hold(Outcome.CHANGED);
            lookAgainAtOvertaken();
            if (!merged(StagedRows.of(staged))) {
                throw new IllegalStateException("a supporter of chunk " + chunk + " is on record no more");
            }
        }
    }

    /** False where one of the changed supporters isn't as they were when their row was compared. */
    private boolean merged(StagedRows rows) throws SQLException {
        if (rows.any(Outcome.CREATED)) {
            insertSupporters();
            insertTies();
        }
        if (rows.any(Outcome.CHANGED)) {
            if (updateSupporters() < rows.count(Outcome.CHANGED)) {
                return false;
            }
            updateTies();
            if (!rows.allHeld(Outcome.CHANGED)) {
                updateTiesToOthers();
            }
        }
        if (rows.any(Outcome.ENDED)) {
            endTies();
        }
        if (chunk > 0) {
            HeldEvents.tell(connection, job, chunk, rows);
        }
        return true;
    }

    private void hold(Outcome outcome) throws SQLException {
        Sql.list(connection, row -> null, """
                select from sync_row r join supporter s on s.id = r.supporter
                where r.job = ? and r.chunk = ? and r.outcome = ? order by s.id for no key update of s""", job, chunk, outcome.name());
    }

    /**
     * Refused is who has left, and whose profile somebody changed since, unless the list wins; the row is rejected with its line
     * alone. Where the list wins, it does so by the columns that it has. Of who isn't refused the event that was written with the
     * row is no more the truth.
     */
    private void lookAgainAtOvertaken() throws SQLException {
        Sql.run(
                connection,
                """
                with refused as (
                    update sync_row r set outcome = 'REFUSED'
                    from sync_job j, supporter s join tie t on t.supporter = s.id
                    where r.job = ? and r.chunk = ? and r.outcome = 'CHANGED' and t.municipality = ?
                      and j.id = r.job and s.id = r.supporter and s.revision <> r.revision
                      and (s.state = 'REMOVED' or t.ended_by = 'PERSON'
                           or j.on_conflict = 'REPORT' and s.profile_revision <> r.profile)
                    returning r.job, r.line, s.state = 'REMOVED' or coalesce(t.ended_by, '') = 'PERSON' as gone)
                insert into sync_rejection (job, line, reasons)
                select job, line, array[case when gone then ? else ? end]
                from refused""",
                job,
                chunk,
                municipality,
                Reason.REMOVED_ON_REQUEST.code(),
                Reason.CHANGED_ON_BOTH_SIDES.code());
        new CompleteAnew(staged, merging.today(), seals).run();
        Sql.run(connection, """
                update sync_row r set held = false, revision = s.revision, profile = s.profile_revision
                from supporter s
                where r.job = ? and r.chunk = ? and r.outcome = 'CHANGED' and s.id = r.supporter
                  and s.revision <> r.revision""", job, chunk);
    }

    /**
     * In the order of their ids, as every other writer of several supporters does, which only a loop keeps. All their ties are
     * told, and need not be looked for. Answers how many they were.
     */
    private int updateSupporters() throws SQLException {
        Sql.list(connection, row -> null, """
                select set_config('kakawari.unseen', 'on', true), set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true)""");
        return Sql.run(connection, """
                update supporter s
                set revision = s.revision + 1, profile_revision = s.profile_revision + 1, subject_key = r.subject_key,
                    prefecture = r.prefecture, country = r.country, home = r.home, age_band = r.age_band,
                    guardian_missing = coalesce(r.minor, false) and s.kind = 'PERSON'
                        and not exists (select from guardian g where g.supporter = s.id),
                    interests = r.interests, skills = r.skills, channel = r.channel, assurance = r.assurance,
                    personal = r.personal, email_index = r.email_index, updated_at = now()
                from (select * from sync_row
                      where job = ? and chunk = ? and outcome = 'CHANGED' order by supporter) r
                where s.id = r.supporter and s.revision = r.revision""", job, chunk);
    }

    private void insertSupporters() throws SQLException {
        Sql.run(connection, """
                insert into supporter (id, revision, profile_revision, state, kind, subject_key, prefecture, country, home,
                                       age_band, guardian_missing, interests, skills, registered_by, channel, assurance, personal,
                                       email_index)
                select supporter, 1, 1, 'ACTIVE', 'PERSON', subject_key, prefecture, country, home, age_band,
                       coalesce(minor, false), interests, skills, ?, channel, assurance, personal, email_index
                from sync_row where job = ? and chunk = ? and outcome = 'CREATED'""", merging.organization(), job, chunk);
    }

    private void insertTies() throws SQLException {
        Sql.run(
                connection,
                """
                insert into tie (municipality, supporter, origins, stage, stage_policy, since, resident, mail_consent,
                                 source_system, source_id, row_hash, content_hash, synced_profile, synced_parts,
                                 affiliation, referrer)
                select ?, supporter, origins, ?, ?, since, home is not distinct from ?, mail_consent,
                       'list', member_number, row_hash, content_hash, 1, parts, affiliation, referrer
                from sync_row where job = ? and chunk = ? and outcome = 'CREATED'""",
                municipality,
                merging.policy().stageFor(0).name(),
                merging.policy().version(),
                municipality,
                job,
                chunk);
    }

    /** Where they live matters to all their ties, the rest to the one of the list; but every municipality follows them. */
    private void updateTies() throws SQLException {
        Sql.run(connection, """
                update tie t
                set origins = r.origins, since = r.since, resident = r.home is not distinct from t.municipality,
                    mail_consent = r.mail_consent, affiliation = r.affiliation, referrer = r.referrer, row_hash = r.row_hash,
                    content_hash = r.content_hash, synced_profile = r.profile + 1, synced_parts = r.parts, ended_on = null, ended_by = null,
                    changed_in = pg_current_xact_id()
                from sync_row r
                where r.job = ? and r.chunk = ? and r.outcome = 'CHANGED'
                  and t.municipality = ? and t.supporter = r.supporter""", job, chunk, municipality);
    }

    /** Who had one tie when the row was compared, and has the same revision, has no other. */
    private void updateTiesToOthers() throws SQLException {
        Sql.run(connection, """
                update tie t
                set resident = r.home is not distinct from t.municipality, changed_in = pg_current_xact_id()
                from sync_row r
                where r.job = ? and r.chunk = ? and r.outcome = 'CHANGED' and r.held is not true
                  and t.supporter = r.supporter and t.municipality <> ?""", job, chunk, municipality);
    }

    /** Who was changed since the list was settled stays, unless it wins; the next one finds them changed. */
    private void endTies() throws SQLException {
        Sql.list(connection, row -> null, "select set_config('kakawari.unseen', '', true)");
        hold(Outcome.ENDED);
        Sql.run(connection, """
                delete from sync_row r using sync_job j, supporter s
                where r.job = ? and r.chunk = ? and r.outcome = 'ENDED'
                  and j.id = r.job and j.on_conflict = 'REPORT' and s.id = r.supporter and s.profile_revision <> r.profile""", job, chunk);
        Sql.run(connection, """
                update tie t
                set ended_on = greatest(t.since, ?), ended_by = 'LIST', mail_consent = false, row_hash = null, content_hash = null
                from sync_row r
                where r.job = ? and r.chunk = ? and r.outcome = 'ENDED'
                  and t.municipality = ? and t.supporter = r.supporter and t.ended_on is null""", merging.today(), job, chunk, municipality);
        Sql.run(connection, """
                update supporter s set revision = s.revision + 1, updated_at = now()
                from sync_row r
                where r.job = ? and r.chunk = ? and r.outcome = 'ENDED' and s.id = r.supporter""", job, chunk);
    }
}
