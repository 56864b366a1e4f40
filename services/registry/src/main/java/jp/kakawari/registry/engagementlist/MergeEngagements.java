package jp.kakawari.registry.engagementlist;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Stage;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.staging.ListedMembers;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;
import jp.kakawari.registry.tier.FollowTiers;

/**
 * Merges one chunk of a ledger set by set: entries, then the ties that follow from them, then what is told of both. Sets go
 * to the statements as arrays of keys, so that each is answered by an index, whatever the planner knows of the tables.
 */
final class MergeEngagements {

    private static final List<String> COUNTED = Arrays.stream(Activity.values())
            .filter(activity -> activity.relationClass().isPresent())
            .map(Activity::name)
            .toList();

    private final StagedChunk chunk;
    private final String municipality;
    private final Merging merging;
    private final ListedMembers members;

    /** A row that has something to do. */
    private record Staged(long line, Outcome outcome, UUID supporter, String transaction, boolean refuses) {}

    MergeEngagements(StagedChunk chunk, Merging merging) {
        this.chunk = chunk;
        this.municipality = chunk.municipality();
        this.merging = merging;
        this.members = new ListedMembers(chunk.municipality());
    }

    void run() throws SQLException {
        List<Staged> known = staged();
        if (known.isEmpty()) {
            return;
        }
        members.hold(each(known, row -> true, Staged::supporter), chunk.connection());
        leaveOutThoseWhoLeft(known);
        List<UUID> entries = insertEntries();
        if (entries.size() < staged().stream().filter(created()).count()) {
            leaveOutWhatWasToldMeanwhile();
        }
        List<Staged> rows = staged();
        noteRefusals(rows);
        List<UUID> withdrawn = withdrawConsent(rows);
        Set<UUID> changed = new HashSet<>(withdrawn);
        changed.addAll(standAnew(rows));
        tellSupporters(changed, withdrawn);
        FollowTiers.follow(chunk.connection(), each(rows, created(), Staged::supporter), merging.today());
        tellEntries(entries);
    }

    private List<Staged> staged() throws SQLException {
        return chunk.list(
                row -> new Staged(
                        row.getLong(1),
                        Outcome.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getBoolean(5)),
                """
                select line, outcome, supporter, transaction, contact_refused from sync_engagement_row
                where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED')""");
    }

    private static Predicate<Staged> created() {
        return row -> row.outcome() == Outcome.CREATED;
    }

    private static <T> Set<T> each(List<Staged> rows, Predicate<Staged> which, Function<Staged, T> part) {
        return rows.stream().filter(which).map(part).collect(Collectors.toSet());
    }

    private void leaveOutThoseWhoLeft(List<Staged> rows) throws SQLException {
        Map<UUID, Reason> left = members.left(each(rows, row -> true, Staged::supporter), chunk.connection());
        for (Reason reason : Set.copyOf(left.values())) {
            chunk.refuse(each(rows, row -> left.get(row.supporter()) == reason, Staged::line), reason);
        }
    }

    /** Answers those that are new. */
    private List<UUID> insertEntries() throws SQLException {
        return chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select * from sync_engagement_row where job = ? and chunk = ? and outcome = 'CREATED')
                insert into engagement (id, supporter, municipality, activity, occurred_on, status, quantity, unit,
                                        source_system, source_transaction, recorded_by, contact_refused)
                select id, supporter, ?, activity, occurred_on, 'ATTESTED', cast(quantity as numeric), unit,
                       'list', transaction, cast(? as uuid), contact_refused
                from r order by line
                on conflict do nothing
                returning id""", municipality, merging.organization());
    }

    /** Told one by one between the list's arrival and its merge: the same once more, or something else. */
    private void leaveOutWhatWasToldMeanwhile() throws SQLException {
        Sql.run(
                chunk.connection(),
                """
                with told as materialized (
                    select * from engagement
                    where municipality = ? and source_system in ('list', 'municipality') and source_transaction = any(?)),
                known as (
                    select r.ctid as place,
                           (e.supporter, e.activity, e.occurred_on, e.quantity, e.unit)
                               is not distinct from
                           (r.supporter, r.activity, r.occurred_on, cast(r.quantity as numeric), r.unit) as same
                    from sync_engagement_row r join told e on e.source_transaction = r.transaction and e.id <> r.id
                    where r.job = ? and r.chunk = ? and r.outcome = 'CREATED'),
                left_out as (
                    update sync_engagement_row r set outcome = case when not same then 'REFUSED'
                                                                     when contact_refused then 'CHANGED'
                                                                     else 'UNCHANGED' end
                    from known where r.ctid = known.place
                    returning r.job, r.line, r.cells, known.same)
                insert into sync_rejection (job, line, reasons, cells)
                select job, line, '{transactionDiffers}', cells from left_out where not same""",
                municipality,
                List.copyOf(each(staged(), created(), Staged::transaction)),
                chunk.job(),
                chunk.number());
    }

    private void noteRefusals(List<Staged> rows) throws SQLException {
        Set<String> refused = each(rows, created().negate(), Staged::transaction);
        if (!refused.isEmpty()) {
            Sql.run(chunk.connection(), """
                    update engagement set contact_refused = true
                    where municipality = ? and source_system in ('list', 'municipality') and source_transaction = any(?)""", municipality, List.copyOf(refused));
        }
    }

    private List<UUID> withdrawConsent(List<Staged> rows) throws SQLException {
        return Sql.list(
                chunk.connection(),
                row -> row.getObject(1, UUID.class),
                """
                update tie set mail_consent = false
                where municipality = ? and supporter = any(?) and mail_consent
                returning supporter""",
                municipality,
                ids(each(rows, Staged::refuses, Staged::supporter)));
    }

    /** Counts stage and last day of the ties again from the ledger; answers whose tie changed. */
    private List<UUID> standAnew(List<Staged> rows) throws SQLException {
        StagePolicy policy = merging.policy();
        List<Stage> stages = List.copyOf(policy.atLeast().keySet());
        Array supporters = ids(each(rows, created(), Staged::supporter));
        return Sql.list(
                chunk.connection(),
                row -> row.getObject(1, UUID.class),
                """
                with counted as (
                    select supporter,
                           count(*) filter (where status = 'ATTESTED' and occurred_on >= ? and activity = any(?)) as n,
                           max(occurred_on) filter (where status <> 'REJECTED') as last
                    from engagement
                    where supporter = any(?) and municipality = ?
                    group by supporter),
                stands as (
                    select supporter, last,
                           (select s.stage from unnest(?, cast(? as int[])) as s (stage, least)
                            where s.least <= counted.n order by s.least desc limit 1) as stage
                    from counted)
                update tie t set stage = stands.stage, stage_policy = ?, last_active_on = stands.last
                from stands
                where t.municipality = ? and t.supporter = any(?) and t.supporter = stands.supporter
                  and (t.stage, t.last_active_on) is distinct from (stands.stage, stands.last)
                returning t.supporter""",
                policy.countsFrom(merging.today()),
                COUNTED,
                supporters,
                municipality,
                stages.stream().map(Stage::name).toList(),
                stages.stream()
                        .map(stage -> policy.atLeast().get(stage).toString())
                        .toList(),
                policy.version(),
                municipality,
                supporters);
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
                insert into outbox (topic, key, ce_type, body)
                select 'registry.supporter.v1', string_agg(id::text, E'\\n' order by id),
                       'jp.kakawari.registry.supporter-changed.v1', string_agg(body::text, E'\\n' order by id)
                from supporter_state where id = any(?) having count(*) > 0""", ids(changed));
    }

    private void tellEntries(Collection<UUID> entries) throws SQLException {
        Sql.run(chunk.connection(), """
                insert into outbox (topic, key, ce_type, body)
                select 'registry.engagement.v1', string_agg(supporter::text, E'\\n' order by id),
                       'jp.kakawari.registry.engagement-recorded.v1', string_agg(body::text, E'\\n' order by id)
                from engagement_state where id = any(?) having count(*) > 0""", ids(entries));
    }

    private Array ids(Collection<UUID> ids) throws SQLException {
        return array("uuid", ids);
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return chunk.connection().createArrayOf(type, values.toArray());
    }
}
