package jp.kakawari.registry.membershiplist;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListedMembers;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;

/**
 * Merges one chunk of memberships set by set: what ends makes room for what begins. Sets go to the statements as arrays of
 * keys, so that each is answered by an index, whatever the planner knows of the tables.
 */
final class MergeMemberships {

    private static final String SERIALIZATION_FAILURE = "40001";

    private final StagedChunk chunk;
    private final Merging merging;
    private final ListedMembers members;

    /** A row that has something to do. */
    private record Staged(
            long line,
            Outcome outcome,
            UUID supporter,
            State state,
            UUID id,
            UUID replaces,
            Long changes,
            Long replacedChanges) {

        boolean writes() {
            return outcome == Outcome.CREATED || outcome == Outcome.CHANGED;
        }
    }

    MergeMemberships(StagedChunk chunk, Merging merging) {
        this.chunk = chunk;
        this.merging = merging;
        this.members = new ListedMembers(chunk.municipality());
    }

    void run() throws SQLException {
        List<Staged> known = chunk.number() == 0 ? List.of() : staged();
        if (known.isEmpty()) {
            return;
        }
        members.hold(each(known, row -> true, Staged::supporter), chunk.connection());
        leaveOutThoseWhoLeft(known);
        leaveOutNumbersTakenMeanwhile();
        leaveOutChangedMeanwhile(staged());
        leaveMissingChangedMeanwhile();
        List<Staged> rows = staged();
        Set<UUID> told = new TreeSet<>();
        told.addAll(endReplaced(rows));
        told.addAll(endMissing(rows));
        told.addAll(change());
        told.addAll(create(rows));
        noteAgreed();
        tell(told);
    }

    private List<Staged> staged() throws SQLException {
        return chunk.list(
                row -> new Staged(
                        row.getLong(1),
                        Outcome.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        State.valueOf(row.getString(4)),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getObject(7, Long.class),
                        row.getObject(8, Long.class)),
                """
                select line, outcome, supporter, state, id, replaces, changes, replaced_changes from sync_membership_row
                where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'ENDED')""");
    }

    private static <T> Set<T> each(List<Staged> rows, Predicate<Staged> which, Function<Staged, T> part) {
        return rows.stream().filter(which).map(part).collect(Collectors.toSet());
    }

    /** Who left may still be told to have ended; who had their record removed is told nothing of any more. */
    private void leaveOutThoseWhoLeft(List<Staged> rows) throws SQLException {
        Map<UUID, Reason> left = members.left(each(rows, row -> true, Staged::supporter), chunk.connection());
        Set<UUID> removed = removed(left.keySet());
        for (Reason reason : Set.copyOf(left.values())) {
            Predicate<Staged> refused = row -> left.get(row.supporter()) == reason
                    && row.writes()
                    && (removed.contains(row.supporter())
                            || row.state() == State.ACTIVE
                            || row.outcome() == Outcome.CREATED);
            chunk.refuse(each(rows, refused, Staged::line), reason);
        }
    }

    private Set<UUID> removed(Collection<UUID> supporters) throws SQLException {
        return Set.copyOf(Sql.list(
                chunk.connection(),
                row -> row.getObject(1, UUID.class),
                "select id from supporter where id = any(?) and state = 'REMOVED'",
                ids(supporters)));
    }

    /** By another municipality that runs the same scheme, between the list's arrival and its merge. */
    private void leaveOutNumbersTakenMeanwhile() throws SQLException {
        List<Long> taken = chunk.list(row -> row.getLong(1), """
                select r.line from sync_membership_row r join membership m on m.scheme = r.scheme and m.number = r.number
                where r.job = ? and r.chunk = ? and r.outcome = 'CREATED'""");
        chunk.refuse(taken, Reason.MEMBERSHIP_NUMBER_TAKEN);
        List<Long> joined = chunk.list(row -> row.getLong(1), """
                select r.line
                from sync_membership_row r
                join membership m on m.scheme = r.scheme and m.supporter = r.supporter and m.state = 'ACTIVE'
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED') and r.state = 'ACTIVE'
                  and m.municipality <> ?""", chunk.municipality());
        chunk.refuse(joined, Reason.ALREADY_MEMBER);
    }

    /**
     * Since they were compared: even where the list is to win, since it wins over what its sender could have seen. What it
     * did itself meanwhile, and tiers that follow the ledger, are no such changes. Held until the transaction ends, memberships
     * after their members.
     */
    private void leaveOutChangedMeanwhile(List<Staged> rows) throws SQLException {
        Set<UUID> compared = new HashSet<>(each(rows, Staged::writes, Staged::id));
        compared.addAll(each(rows, row -> row.replaces() != null, Staged::replaces));
        Map<UUID, Long> changes = new HashMap<>();
        Sql.list(
                chunk.connection(),
                row -> changes.put(row.getObject(1, UUID.class), row.getLong(2)),
                "select id, changes_here from membership where id = any(?) order by id for no key update",
                ids(compared));
        Predicate<Staged> changed = row -> row.writes()
                && (row.changes() != null && !row.changes().equals(changes.get(row.id()))
                        || row.replaces() != null && !row.replacedChanges().equals(changes.get(row.replaces())));
        chunk.refuse(each(rows, changed, Staged::line), Reason.CHANGED_ON_BOTH_SIDES);
        List<Long> joined = chunk.list(row -> row.getLong(1), """
                select r.line
                from sync_membership_row r
                join membership m on m.scheme = r.scheme and m.supporter = r.supporter and m.state = 'ACTIVE'
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED') and r.state = 'ACTIVE'
                  and m.id <> r.id and m.id is distinct from r.replaces""");
        chunk.refuse(joined, Reason.CHANGED_ON_BOTH_SIDES);
    }

    /** Since the list was settled: the next one tells of them. */
    private void leaveMissingChangedMeanwhile() throws SQLException {
        chunk.run("""
                delete from sync_membership_row r using membership m
                where r.job = ? and r.chunk = ? and r.outcome = 'ENDED' and m.id = r.id and m.changes_here <> r.changes""");
    }

    /** A new card takes the place of an old one. */
    private List<UUID> endReplaced(List<Staged> rows) throws SQLException {
        return end(each(rows, row -> row.replaces() != null, Staged::replaces), Ending.REPLACED);
    }

    private List<UUID> endMissing(List<Staged> rows) throws SQLException {
        return end(each(rows, row -> row.outcome() == Outcome.ENDED, Staged::id), Ending.NOT_LISTED);
    }

    private List<UUID> end(Set<UUID> memberships, Ending because) throws SQLException {
        return memberships.isEmpty()
                ? List.of()
                : Sql.list(
                        chunk.connection(),
                        row -> row.getObject(1, UUID.class),
                        """
                        update membership
                        set state = 'ENDED', ended_on = greatest(joined_on, ?), ended_because = ?,
                            listed_hash = null, listed_changes = changes_here,
                            revision = revision + 1, updated_at = now()
                        where id = any(?) and state = 'ACTIVE'
                        returning id""",
                        merging.today(),
                        because.name(),
                        ids(memberships));
    }

    private List<UUID> change() throws SQLException {
        return chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'CHANGED')
                update membership m
                set policy = coalesce(r.policy, m.policy), tier = coalesce(r.tier, m.tier), joined_on = r.joined_on,
                    valid_until = r.valid_until, state = r.state, ended_on = r.ended_on, ended_because = r.ended_because,
                    listed_hash = r.told, listed_changes = m.changes_here, revision = m.revision + 1, updated_at = now()
                from r where m.id = r.id
                returning m.id""");
    }

    /** Of two municipalities that give out one number at one instant, the second one looks again. */
    private List<UUID> create(List<Staged> rows) throws SQLException {
        List<UUID> created = chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'CREATED')
                insert into membership (id, municipality, scheme, supporter, number, policy, tier, joined_on, valid_until,
                                        state, ended_on, ended_because, source, listed_hash, listed_changes)
                select id, ?, scheme, supporter, number, policy, tier, joined_on, valid_until, state, ended_on,
                       ended_because, 'list', told, 0
                from r order by line
                on conflict do nothing
                returning id""", chunk.municipality());
        if (created.size()
                < each(rows, row -> row.outcome() == Outcome.CREATED, Staged::id)
                        .size()) {
            throw new SQLTransactionRollbackException("taken at the same instant", SERIALIZATION_FAILURE);
        }
        return created;
    }

    /** What stands is left as it is, its revision too; the next row that says the same is known for it. */
    private void noteAgreed() throws SQLException {
        chunk.run("""
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'UNCHANGED')
                update membership m
                set listed_hash = r.told, listed_changes = coalesce(r.changes, m.listed_changes)
                from r where m.id = r.id""");
    }

    private void tell(Collection<UUID> memberships) throws SQLException {
        Sql.run(chunk.connection(), """
                insert into outbox (topic, key, ce_type, body)
                select 'registry.membership.v1', string_agg(id::text, E'\\n' order by id),
                       'jp.kakawari.registry.membership-changed.v1', string_agg(body::text, E'\\n' order by id)
                from membership_state where id = any(?) having count(*) > 0""", ids(memberships));
    }

    private Array ids(Collection<UUID> ids) throws SQLException {
        return chunk.connection().createArrayOf("uuid", ids.toArray());
    }
}
