package jp.kakawari.registry.supporterlist;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.StagedChunk;

/** How many rows of a chunk there are of each outcome, and of how many of them the event is held. */
record StagedRows(Map<Outcome, Integer> all, Map<Outcome, Integer> held) {

    static StagedRows of(StagedChunk chunk) throws SQLException {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        Map<Outcome, Integer> held = new EnumMap<>(Outcome.class);
        chunk.list(
                row -> {
                    Outcome outcome = Outcome.valueOf(row.getString(1));
                    held.put(outcome, row.getInt(3));
                    return all.put(outcome, row.getInt(2));
                },
                """
                select outcome, count(*), count(*) filter (where held) from sync_row
                where job = ? and chunk = ? group by outcome""");
        return new StagedRows(all, held);
    }

    boolean any(Outcome outcome) {
        return count(outcome) > 0;
    }

    int count(Outcome outcome) {
        return all.getOrDefault(outcome, 0);
    }

    boolean allHeld(Outcome outcome) {
        return held.getOrDefault(outcome, 0) == count(outcome);
    }

    /** How many held events there must be. */
    int heldEvents() {
        return held.getOrDefault(Outcome.CREATED, 0) + held.getOrDefault(Outcome.CHANGED, 0);
    }

    /** Whether there is a row to be told whose event isn't held. */
    boolean anyUntold() {
        return any(Outcome.ENDED) || !allHeld(Outcome.CREATED) || !allHeld(Outcome.CHANGED);
    }
}
