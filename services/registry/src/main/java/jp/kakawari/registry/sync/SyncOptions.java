package jp.kakawari.registry.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a list is to be taken (同期の方法).
 *
 * @param dryRun report only, change nothing (試行)
 * @param endAtMost percent of the listed ties that a snapshot may end; more, and nothing of it is taken
 * @param scheme the one that all rows are of, null where the rows say so or it doesn't matter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SyncOptions(boolean dryRun, Mode mode, OnConflict onConflict, int endAtMost, String scheme) {

    enum Mode {
        /** 追加・更新: people who are not in the list stay */
        UPSERT,
        /** 全件入替: their ties end */
        SNAPSHOT
    }

    /** Who changed in the list, or is missing in a snapshot, and was changed in the registry since the last list. */
    enum OnConflict {
        /** 報告: the row is rejected and comes back with its reason, who is missing stays */
        REPORT,
        /** 名簿を優先: the row is taken, who is missing ends */
        LIST
    }

    static SyncOptions upsert(boolean dryRun) {
        return new SyncOptions(dryRun, Mode.UPSERT, OnConflict.REPORT, 20, null);
    }

    boolean snapshot() {
        return mode == Mode.SNAPSHOT;
    }

    boolean listWins() {
        return onConflict == OnConflict.LIST;
    }
}
