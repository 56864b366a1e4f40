package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A list that is staged as a whole and merged chunk by chunk. */
public final class StagedList {

    private static final int MANY = 10_000;

    private final Connection connection;
    private final ListKind kind;
    private final UUID job;

    public StagedList(Connection connection, ListKind kind, UUID job) {
        this.connection = connection;
        this.kind = kind;
        this.job = job;
    }

    /**
     * Decides what concerns all of it. The planner can't know what has just been staged: it must not take a million rows for
     * one and go over them for each, or sort them to see which come twice.
     */
    public ListKind.Settled settle(String municipality, boolean snapshot, boolean listWins, String scheme)
            throws SQLException {
        Sql.list(connection, row -> null, """
                select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true),
                       set_config('enable_sort', 'off', true)""");
        return kind.settle(connection, new ListKind.Extent(job, municipality, snapshot, listWins, scheme));
    }

    /** The chunks that are not merged yet: from one to the next by the index, past all their rows. */
    public List<Integer> chunks() throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)");
        return Sql.list(connection, row -> row.getInt(1), """
                with recursive next (chunk) as (
                    select min(chunk) from %1$s where job = ?
                    union all
                    select (select min(r.chunk) from %1$s r where r.job = ? and r.chunk > next.chunk)
                    from next where next.chunk is not null)
                select chunk from next where chunk is not null order by chunk""".formatted(kind.table()), job, job);
    }

    /**
     * Tells the planner of a table that grew by a tenth or more, which it would else find out within a minute: until then
     * it takes the table for a small one and reads all of it for each row of the next list. Of a municipality that has many
     * all at once, too, for which it would take it for long. The list itself is done by then; the next one of its municipality
     * waits.
     */
    public void tellPlanner(long created) throws SQLException {
        long known = Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select reltuples from pg_class where oid = cast(? as regclass)",
                        kind.fills().getFirst())
                .getFirst();
        if (created * 10 > known || created > MANY) {
            Sql.run(connection, "analyze " + String.join(", ", kind.fills()));
        }
    }

    /** What merging would do, and nothing is staged any more. */
    public Counts rehearse() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        Sql.list(
                connection,
                row -> counts.put(row.getString(1), row.getLong(2)),
                "select outcome, count(*) from " + kind.table() + " where job = ? group by outcome",
                job);
        discard(connection, kind, job);
        return Counts.of(counts);
    }

    /** Throws away what is staged of a list and not merged. */
    public static void discard(Connection connection, ListKind kind, UUID job) throws SQLException {
        for (String table : kind.waiting()) {
            Sql.run(connection, "delete from " + table + " where job = ?", job);
        }
    }
}
