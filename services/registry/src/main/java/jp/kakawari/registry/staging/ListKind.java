package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Row;

/**
 * A kind of record that municipalities send as lists (名簿の種類). All that differs from kind to kind stands here; receiving,
 * chunks, progress, reports, rejected rows, cancelling and taking up again are the same for all.
 */
public interface ListKind {

    /** One word: what its jobs are kept under, and the beginning of its path ({@code supporter}-syncs). */
    String name();

    /** @param scheme the one that all rows are of, null where the sender named none */
    Columns columns(String scheme);

    /** Where its rows wait; begins with {@code job, chunk, line, outcome} and is empty of a list that is done. */
    String table();

    /** All tables where anything of a list waits, by its {@code job}. */
    default List<String> waiting() {
        return List.of(table());
    }

    /** The tables that it fills, the one with a row per record first. */
    List<String> fills();

    /** Stages the chunks of one list, several at once. */
    Staging staging(Task task, Header header);

    /** Decides once, in one transaction, what concerns all of a staged list. */
    Settled settle(Connection connection, Extent extent) throws SQLException;

    /**
     * Does what the rows of a chunk say, set by set and with its events, in the chunk's transaction, which is its alone: it may
     * roll it back and begin anew.
     */
    void merge(StagedChunk chunk, Merging merging) throws SQLException;

    /**
     * A staged list, and how far it reaches.
     *
     * @param snapshot whether it is all that the municipality has, so that what it lacks ends
     * @param listWins whether it also ends who was changed here since the last list
     * @param scheme the one that all rows are of, null where the sender named none
     */
    record Extent(UUID job, String municipality, boolean snapshot, boolean listWins, String scheme) {}

    /** Rows of a list on their way into the staging table. */
    interface Staging {
        /** Stages one chunk, numbered from 1, in the connection's transaction. */
        Staged stage(int chunk, List<Row> rows, Connection connection) throws SQLException;
    }

    /** How far a chunk got. */
    record Staged(int rows, int rejected) {}

    /**
     * Something to look at in a list that is taken.
     *
     * @param code of a {@link jp.kakawari.registry.roster.Reason}
     * @param lines where it stands, the first hundred of them
     * @param memberNumbers of whom no line speaks, the first hundred of them
     */
    record Notice(String code, long count, List<Long> lines, List<String> memberNumbers) {}

    /**
     * What a list does as a whole.
     *
     * @param superseded rows that a later one of the same record supersedes
     * @param listed how many listed ties there are
     * @param ending how many of them a snapshot would end
     * @param notices what to look at though the list is taken
     */
    record Settled(long superseded, long listed, long ending, List<Notice> notices) {

        /** Whether more than that percentage would end. */
        public boolean endsMoreThan(int percent) {
            return ending * 100 > listed * percent;
        }
    }
}
