package jp.kakawari.registry.engagementlist;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Stage;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;

/** Merges one chunk of a ledger set by set: entries, then the ties that follow from them, then what is told of both. */
final class MergeEngagements {

    private static final List<String> COUNTED = Arrays.stream(Activity.values())
            .filter(activity -> activity.relationClass().isPresent())
            .map(Activity::name)
            .toList();

    private final StagedChunk chunk;
    private final String municipality;
    private final Merging merging;

    MergeEngagements(StagedChunk chunk, Merging merging) {
        this.chunk = chunk;
        this.municipality = chunk.municipality();
        this.merging = merging;
    }

    void run() throws SQLException {
        Set<Outcome> outcomes = chunk.outcomes();
        if (!outcomes.contains(Outcome.CREATED) && !outcomes.contains(Outcome.CHANGED)) {
            return;
        }
        holdSupporters();
        leaveOutThoseWhoLeft();
        insertEntries();
        leaveOutWhatWasToldMeanwhile();
        noteRefusals();
        List<UUID> withdrawn = withdrawConsent();
        Set<UUID> changed = new HashSet<>(withdrawn);
        changed.addAll(standAnew());
        tellSupporters(changed, withdrawn);
        tellEntries();
    }

    /** In the order of their ids, as every other writer of several supporters does. */
    private void holdSupporters() throws SQLException {
        chunk.list(row -> null, """
                with r as (select supporter from sync_engagement_row
                           where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED'))
                select count(*) from (
                    select s.id from supporter s where s.id in (select supporter from r) order by s.id for update) held""");
    }

    private void leaveOutThoseWhoLeft() throws SQLException {
        chunk.run("""
                with r as (select * from sync_engagement_row
                           where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED')),
                gone as (
                    select r.line, coalesce(t.ended_by, '') = 'PERSON' or s.state = 'REMOVED' as by_person
                    from r join supporter s on s.id = r.supporter
                    join tie t on t.municipality = ? and t.supporter = r.supporter
                    where s.state = 'REMOVED' or t.ended_on is not null),
                refused as (
                    update sync_engagement_row e set outcome = 'REFUSED'
                    from gone where e.job = ? and e.chunk = ? and e.line = gone.line
                    returning e.job, e.line, e.cells, gone.by_person)
                insert into sync_rejection (job, line, reasons, cells)
                select job, line, array[case when by_person then 'removedOnRequest' else 'unknownMember' end], cells
                from refused""", municipality, chunk.job(), chunk.number());
    }

    private void insertEntries() throws SQLException {
        chunk.run("""
                with r as (select * from sync_engagement_row where job = ? and chunk = ? and outcome = 'CREATED')
                insert into engagement (id, supporter, municipality, activity, occurred_on, status, quantity, unit,
                                        source_system, source_transaction, recorded_by, contact_refused)
                select id, supporter, ?, activity, occurred_on, 'ATTESTED', cast(quantity as numeric), unit,
                       'list', transaction, ?, contact_refused
                from r order by line
                on conflict do nothing""", municipality, merging.organization());
    }

    private void noteRefusals() throws SQLException {
        chunk.run("""
                with r as (select transaction from sync_engagement_row
                           where job = ? and chunk = ? and outcome = 'CHANGED')
                update engagement e set contact_refused = true
                from r
                where e.municipality = ? and e.source_system in ('list', 'municipality')
                  and e.source_transaction = r.transaction""", municipality);
    }

    /** Told one by one between the list's arrival and its merge: the same once more, or something else. */
    private void leaveOutWhatWasToldMeanwhile() throws SQLException {
        chunk.run("""
                with r as (select * from sync_engagement_row where job = ? and chunk = ? and outcome = 'CREATED'),
                known as (
                    select r.line,
                           (e.supporter, e.activity, e.occurred_on, e.quantity, e.unit)
                               is not distinct from
                           (r.supporter, r.activity, r.occurred_on, cast(r.quantity as numeric), r.unit) as same
                    from r join engagement e on e.municipality = ? and e.source_system in ('list', 'municipality')
                               and e.source_transaction = r.transaction and e.id <> r.id),
                left_out as (
                    update sync_engagement_row e set outcome = case when not same then 'REFUSED'
                                                                     when e.contact_refused then 'CHANGED'
                                                                     else 'UNCHANGED' end
                    from known where e.job = ? and e.chunk = ? and e.line = known.line
                    returning e.job, e.line, e.cells, known.same)
                insert into sync_rejection (job, line, reasons, cells)
                select job, line, '{transactionDiffers}', cells from left_out where not same""", municipality, chunk.job(), chunk.number());
    }

    private List<UUID> withdrawConsent() throws SQLException {
        return chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select supporter from sync_engagement_row
                           where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED') and contact_refused)
                update tie t set mail_consent = false
                from (select distinct supporter from r) n
                where t.municipality = ? and t.supporter = n.supporter and t.mail_consent
                returning t.supporter""", municipality);
    }

    /** Counts stage and last day of the ties again from the ledger; answers whose tie changed. */
    private List<UUID> standAnew() throws SQLException {
        StagePolicy policy = merging.policy();
        List<Stage> stages = List.copyOf(policy.atLeast().keySet());
        return chunk.list(
                row -> row.getObject(1, UUID.class),
                """
                with r as (select distinct supporter from sync_engagement_row
                           where job = ? and chunk = ? and outcome = 'CREATED'),
                counted as (
                    select e.supporter,
                           count(*) filter (where e.status = 'ATTESTED' and e.occurred_on >= ? and e.activity = any(?)) as n,
                           max(e.occurred_on) filter (where e.status <> 'REJECTED') as last
                    from engagement e join r on r.supporter = e.supporter
                    where e.municipality = ?
                    group by e.supporter),
                stands as (
                    select supporter, last,
                           (select s.stage from unnest(?, cast(? as int[])) as s (stage, least)
                            where s.least <= counted.n order by s.least desc limit 1) as stage
                    from counted)
                update tie t set stage = stands.stage, stage_policy = ?, last_active_on = stands.last
                from stands
                where t.municipality = ? and t.supporter = stands.supporter
                  and (t.stage, t.last_active_on) is distinct from (stands.stage, stands.last)
                returning t.supporter""",
                policy.countsFrom(merging.today()),
                COUNTED,
                municipality,
                stages.stream().map(Stage::name).toList(),
                stages.stream()
                        .map(stage -> policy.atLeast().get(stage).toString())
                        .toList(),
                policy.version(),
                municipality);
    }

    /** A consent that was withdrawn is a change of what the list of supporters tells too. */
    private void tellSupporters(Collection<UUID> changed, Collection<UUID> withdrawn) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        Sql.run(chunk.connection(), """
                update supporter
                set revision = revision + 1, updated_at = now(),
                    profile_revision = profile_revision + case when id = any(?) then 1 else 0 end
                where id = any(?)""", ids(withdrawn), ids(changed));
        Sql.run(chunk.connection(), """
                insert into outbox (topic, key, ce_type, ce_subject, body)
                select 'registry.supporter.v1', id::text, 'jp.kakawari.registry.supporter-changed.v1', id::text, body
                from supporter_state where id = any(?) order by id""", ids(changed));
    }

    private void tellEntries() throws SQLException {
        chunk.run("""
                with r as (select id, line from sync_engagement_row where job = ? and chunk = ? and outcome = 'CREATED')
                insert into outbox (topic, key, ce_type, ce_subject, body)
                select 'registry.engagement.v1', e.supporter::text, 'jp.kakawari.registry.engagement-recorded.v1',
                       e.supporter::text, e.body
                from r join engagement_state e on e.id = r.id
                order by r.line""");
    }

    private Array ids(Collection<UUID> supporters) throws SQLException {
        return chunk.connection().createArrayOf("uuid", supporters.toArray());
    }
}
