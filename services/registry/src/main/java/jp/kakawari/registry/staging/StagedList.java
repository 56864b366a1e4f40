package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A list that is staged as a whole. Once and in one transaction is decided what concerns all of it: of several rows of one
 * member the last one counts, and a snapshot ends the ties that no row speaks of. Then its chunks are merged.
 */
public final class StagedList {

    private static final int TIES_PER_CHUNK = 2000;

    private final Connection connection;
    private final UUID job;
    private final String municipality;

    /** How many listed ties there are and how many of them a snapshot would end. */
    public record Endings(long listed, long ending) {

        /** Whether more than that percentage would end. */
        public boolean exceed(int percent) {
            return ending * 100 > listed * percent;
        }
    }

    public StagedList(Connection connection, UUID job, String municipality) {
        this.connection = connection;
        this.job = job;
        this.municipality = municipality;
    }

    /** The planner can't know what has just been staged: it must not take a million rows for one and go over them for each. */
    public void settleInSets() throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)");
    }

    /** Drops the rows that a later one of the same member supersedes; answers how many. */
    public long supersede() throws SQLException {
        return Sql.run(connection, """
                with last as (select member_number, max(line) as line from sync_row
                              where job = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                              group by member_number having count(*) > 1)
                delete from sync_row r using last
                where r.job = ? and r.outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                  and r.member_number = last.member_number and r.line < last.line""", job, job);
    }

    /** Stages the end of every listed tie whose member number stands nowhere in the list. */
    public Endings endMissing() throws SQLException {
        long ending = Sql.run(connection, """
                insert into sync_row (job, chunk, line, member_number, outcome, supporter)
                select ?, (select coalesce(max(chunk), 0) from sync_row where job = ?)
                              + 1 + (row_number() over (order by t.supporter) - 1) / ?,
                       0, t.source_id, 'ENDED', t.supporter
                from tie t
                where t.municipality = ? and t.source_system = 'list' and t.ended_on is null
                  and not exists (select from sync_row r where r.job = ? and r.member_number = t.source_id)""", job, job, TIES_PER_CHUNK, municipality, job);
        long listed = Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select count(*) from tie where municipality = ? and source_system = 'list' and ended_on is null",
                        municipality)
                .getFirst();
        return new Endings(listed, ending);
    }

    /** The chunks that are not merged yet. */
    public List<Integer> chunks() throws SQLException {
        return Sql.list(
                connection,
                row -> row.getInt(1),
                "select distinct chunk from sync_row where job = ? order by chunk",
                job);
    }

    /**
     * Tells the planner of a table that grew by a tenth or more, which it would else find out within a minute: until then
     * it takes the table for a small one and reads all of it for each row of the next list.
     */
    public void tellPlanner(long written) throws SQLException {
        long known = Sql.list(
                        connection, row -> row.getLong(1), "select reltuples from pg_class where oid = 'tie'::regclass")
                .getFirst();
        if (written * 10 > known) {
            Sql.run(connection, "analyze supporter, tie");
        }
    }

    /** What merging would do, and nothing is staged any more. */
    public Counts rehearse() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        Sql.list(
                connection,
                row -> counts.put(row.getString(1), row.getLong(2)),
                "select outcome, count(*) from sync_row where job = ? group by outcome",
                job);
        Sql.run(connection, "delete from sync_row where job = ?", job);
        return Counts.of(counts);
    }
}
