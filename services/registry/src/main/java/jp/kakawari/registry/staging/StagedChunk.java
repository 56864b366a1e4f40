package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.registry.roster.Reason;

/**
 * A chunk of a staged list that is merged in the connection's transaction. Its events can be sent when its records stand
 * in their tables, and it is gone from the staging table: merged twice it does nothing.
 */
public record StagedChunk(Connection connection, ListKind kind, UUID job, String municipality, int number) {

    /** Merges and empties it. */
    public Counts merge(Merging merging) throws SQLException {
        beAlone();
        kind.merge(this, merging);
        return discard();
    }

    /**
     * Until the end of the transaction; whoever begins another one says so again. After a lost connection two may believe to
     * hold the list; the second one finds the chunk empty. A plan that was made while a table was empty is kept while it is
     * full: always by the indexes.
     */
    public void beAlone() throws SQLException {
        Sql.list(
                connection,
                row -> null,
                "select pg_advisory_xact_lock(hashtextextended(?, ?)), set_config('enable_seqscan', 'off', true)",
                job.toString(),
                number);
    }

    /** A statement that begins its rows with {@code job = ? and chunk = ?}; further parameters follow in their order. */
    public int run(String sql, Object... parameters) throws SQLException {
        return Sql.run(connection, sql, ofChunk(parameters));
    }

    /** A query that begins its rows with {@code job = ? and chunk = ?}; further parameters follow in their order. */
    public <T> List<T> list(Sql.RowReader<T> reader, String sql, Object... parameters) throws SQLException {
        return Sql.list(connection, reader, sql, ofChunk(parameters));
    }

    /** Rejects rows after all, as they came if the reason keeps them. */
    public void refuse(Collection<Long> lines, Reason reason) throws SQLException {
        if (!lines.isEmpty()) {
            run(
                    """
                    with refused as (
                        update %s set outcome = 'REFUSED'
                        where job = ? and chunk = ? and line = any(?)
                        returning job, line, cells)
                    insert into sync_rejection (job, line, reasons, cells)
                    select job, line, array[?], case when ? then cells end from refused""".formatted(kind.table()),
                    connection.createArrayOf("bigint", lines.toArray()),
                    reason.code(),
                    reason.keepsRow());
        }
    }

    private Object[] ofChunk(Object... parameters) {
        return Stream.concat(Stream.of(job, number), Stream.of(parameters)).toArray();
    }

    private Counts discard() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        list(row -> counts.put(row.getString(1), row.getLong(2)), """
                with merged as (delete from %s where job = ? and chunk = ? returning outcome)
                select outcome, count(*) from merged group by outcome""".formatted(kind.table()));
        return Counts.of(counts);
    }
}
