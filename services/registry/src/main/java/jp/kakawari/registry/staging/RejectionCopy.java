package jp.kakawari.registry.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;

/** The rejected rows of one chunk on their way into their table, sealed. */
public final class RejectionCopy {

    private final UUID job;
    private final Seals seals;
    private final BinaryCopy rows = new BinaryCopy("sync_rejection", "job", "line", "reasons", "cells");
    private int count;

    public RejectionCopy(UUID job, Seals seals) {
        this.job = job;
        this.seals = seals;
    }

    public void add(Row row, List<Reason> reasons) {
        count++;
        rows.row()
                .uuid(job)
                .bigint(row.line())
                .texts(reasons.stream().map(Reason::code).toList())
                .bytes(reasons.stream().allMatch(Reason::keepsRow) ? seals.cells(job, row) : null);
    }

    public int count() {
        return count;
    }

    /** Sends them in the connection's transaction. */
    public void send(Connection connection) throws SQLException {
        rows.send(connection);
    }
}
