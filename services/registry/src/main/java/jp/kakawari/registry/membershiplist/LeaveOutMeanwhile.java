package jp.kakawari.registry.membershiplist;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListedMembers;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;

/**
 * Leaves out of a chunk what is no longer to be done since its list came: members left, schemes ended or went to others,
 * numbers were given out, memberships were changed. What it looks at is held until the transaction ends: members, then their
 * schemes, then memberships, as everybody does who holds several of them.
 */
final class LeaveOutMeanwhile {

    private final StagedChunk chunk;
    private final ListedMembers members;
    private final Set<Long> linesOfGone = new HashSet<>();

    LeaveOutMeanwhile(StagedChunk chunk) {
        this.chunk = chunk;
        this.members = new ListedMembers(chunk.municipality());
    }

    void run(List<StagedRow> rows) throws SQLException {
        members.hold(StagedRow.each(rows, row -> true, StagedRow::supporter), chunk.connection());
        leaveOutThoseWhoLeft(rows);
        leaveOutSchemesThatEnded(StagedRow.each(rows, row -> true, StagedRow::scheme));
        leaveOutWhatOthersKeep();
        leaveOutChanged(StagedRow.of(chunk));
        leaveOutJoined();
        leaveMissing();
    }

    /** Who left may still be told to have ended; who had their record removed is told nothing of any more. */
    private void leaveOutThoseWhoLeft(List<StagedRow> rows) throws SQLException {
        Map<UUID, Reason> left =
                members.left(StagedRow.each(rows, row -> true, StagedRow::supporter), chunk.connection());
        linesOfGone.addAll(
                StagedRow.each(rows, row -> left.get(row.supporter()) == Reason.REMOVED_ON_REQUEST, StagedRow::line));
        Set<UUID> removed = removed(left.keySet());
        for (Reason reason : Set.copyOf(left.values())) {
            Predicate<StagedRow> refused = row -> left.get(row.supporter()) == reason
                    && row.writes()
                    && (removed.contains(row.supporter())
                            || row.state() == State.ACTIVE
                            || row.outcome() == Outcome.CREATED);
            chunk.refuse(StagedRow.each(rows, refused, StagedRow::line), reason);
        }
    }

    private Set<UUID> removed(Collection<UUID> supporters) throws SQLException {
        return Set.copyOf(Sql.list(
                chunk.connection(),
                row -> row.getObject(1, UUID.class),
                "select id from supporter where id = any(?) and state = 'REMOVED'",
                ids(supporters)));
    }

    /** As {@link DecideRow} does of schemes that had ended before: nobody joins a closed one, its members stay. */
    private void leaveOutSchemesThatEnded(Set<String> schemes) throws SQLException {
        List<Boolean> goOn =
                Sql.list(chunk.connection(), row -> row.getBoolean(1), """
                select state = 'OPEN' and municipalities @> array[cast(? as text)]
                from scheme where code = any(?) order by code for share""", chunk.municipality(), List.copyOf(schemes));
        if (!goOn.contains(false)) {
            return;
        }
        refuse(Reason.SCHEME_OF_OTHERS, """
                select r.line from sync_membership_row r join scheme s on s.code = r.scheme
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED')
                  and not s.municipalities @> array[cast(? as text)]""", chunk.municipality());
        refuse(Reason.SCHEME_CLOSED, """
                select r.line
                from sync_membership_row r
                join scheme s on s.code = r.scheme and s.state = 'CLOSED'
                left join membership m on m.id = r.id
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED') and r.state = 'ACTIVE'
                  and r.replaces is null
                  and m.state is distinct from 'ACTIVE' and m.ended_because is distinct from 'NOT_LISTED'""");
    }

    /** Another municipality that runs the same scheme gave out the number, or keeps the membership. */
    private void leaveOutWhatOthersKeep() throws SQLException {
        refuse(Reason.MEMBERSHIP_NUMBER_TAKEN, """
                select r.line from sync_membership_row r join membership m on m.scheme = r.scheme and m.number = r.number
                where r.job = ? and r.chunk = ? and r.outcome = 'CREATED'""");
        refuse(Reason.ALREADY_MEMBER, """
                select r.line
                from sync_membership_row r
                join membership m on m.scheme = r.scheme and m.supporter = r.supporter
                                 and (m.id = r.id or m.state = 'ACTIVE' and r.state = 'ACTIVE')
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED')
                  and m.municipality <> ?""", chunk.municipality());
    }

    /**
     * Since they were compared: even where the list is to win, since it wins over what its sender could have seen. What it
     * did itself meanwhile, and tiers that follow the ledger, are no such changes.
     */
    private void leaveOutChanged(List<StagedRow> rows) throws SQLException {
        Set<UUID> compared = new HashSet<>();
        compared.addAll(StagedRow.each(rows, StagedRow::writes, StagedRow::id));
        compared.addAll(StagedRow.each(rows, StagedRow::replacesOne, StagedRow::replaces));
        Map<UUID, Long> changes = new HashMap<>();
        Sql.list(
                chunk.connection(),
                row -> changes.put(row.getObject(1, UUID.class), row.getLong(2)),
                "select id, changes_here from membership where id = any(?) order by id for no key update",
                ids(compared));
        Predicate<StagedRow> changed = row -> row.writes()
                && !(sameAs(row.changes(), changes.get(row.id()))
                        && sameAs(row.replacedChanges(), changes.get(row.replaces())));
        refuse(Reason.CHANGED_ON_BOTH_SIDES, StagedRow.each(rows, changed, StagedRow::line));
    }

    /** Null is none: of a membership that is yet to be, or that was staged by a version that didn't count them. */
    private static boolean sameAs(Long compared, Long now) {
        return Objects.requireNonNullElse(compared, 0L).equals(Objects.requireNonNullElse(now, 0L));
    }

    private void leaveOutJoined() throws SQLException {
        refuse(Reason.CHANGED_ON_BOTH_SIDES, """
                select r.line
                from sync_membership_row r
                join membership m on m.scheme = r.scheme and m.supporter = r.supporter and m.state = 'ACTIVE'
                where r.job = ? and r.chunk = ? and r.outcome in ('CREATED', 'CHANGED') and r.state = 'ACTIVE'
                  and m.id <> r.id and m.id is distinct from r.replaces""");
    }

    /** Who was changed since the list was settled, of whom the next one tells, and who is another municipality's now. */
    private void leaveMissing() throws SQLException {
        chunk.run("""
                delete from sync_membership_row r using membership m
                where r.job = ? and r.chunk = ? and r.outcome = 'ENDED' and m.id = r.id
                  and (m.changes_here <> coalesce(r.changes, 0) or m.municipality <> ?)""", chunk.municipality());
    }

    private void refuse(Reason reason, String linesOfChunk, Object... parameters) throws SQLException {
        refuse(reason, chunk.list(row -> row.getLong(1), linesOfChunk, parameters));
    }

    /** Of who had themselves removed nothing else is said, so that nothing of the row is kept. */
    private void refuse(Reason reason, Collection<Long> lines) throws SQLException {
        Map<Boolean, List<Long>> ofGone = lines.stream().collect(Collectors.partitioningBy(linesOfGone::contains));
        chunk.refuse(ofGone.get(true), Reason.REMOVED_ON_REQUEST);
        chunk.refuse(ofGone.get(false), reason);
    }

    private Array ids(Collection<UUID> ids) throws SQLException {
        return chunk.connection().createArrayOf("uuid", ids.toArray());
    }
}
