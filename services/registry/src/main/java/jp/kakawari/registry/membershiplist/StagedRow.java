package jp.kakawari.registry.membershiplist;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.StagedChunk;

/** A row of a chunk that has something to do, or to note. */
record StagedRow(
        long line,
        Outcome outcome,
        String scheme,
        UUID supporter,
        State state,
        UUID id,
        UUID replaces,
        Long changes,
        Long replacedChanges) {

    boolean writes() {
        return outcome == Outcome.CREATED || outcome == Outcome.CHANGED;
    }

    boolean replacesOne() {
        return replaces != null;
    }

    /** Those of a chunk that are not refused. */
    static List<StagedRow> of(StagedChunk chunk) throws SQLException {
        return chunk.list(
                row -> new StagedRow(
                        row.getLong(1),
                        Outcome.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        State.valueOf(row.getString(5)),
                        row.getObject(6, UUID.class),
                        row.getObject(7, UUID.class),
                        row.getObject(8, Long.class),
                        row.getObject(9, Long.class)),
                """
                select line, outcome, scheme, supporter, state, id, replaces, changes, replaced_changes
                from sync_membership_row
                where job = ? and chunk = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'ENDED')""");
    }

    static <T> Set<T> each(Collection<StagedRow> rows, Predicate<StagedRow> which, Function<StagedRow, T> part) {
        return rows.stream().filter(which).map(part).collect(Collectors.toSet());
    }
}
