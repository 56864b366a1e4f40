package jp.kakawari.registry.membershiplist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.membershiplist.DecideRow.Decision;
import jp.kakawari.registry.membershiplist.KnownMemberships.Content;
import jp.kakawari.registry.membershiplist.KnownMemberships.Known;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.BinaryCopy;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.RejectionCopy;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.NewId;

/** One chunk on its way into the staging tables. */
final class MembershipCopy {

    private static final String[] COLUMNS = {
        "job",
        "chunk",
        "line",
        "outcome",
        "scheme",
        "number",
        "supporter",
        "state",
        "id",
        "replaces",
        "policy",
        "tier",
        "joined_on",
        "valid_until",
        "ended_on",
        "ended_because",
        "cells"
    };
    private static final int ALWAYS = 8;

    private final Task task;
    private final int chunk;
    private final Seals seals;
    private final BinaryCopy rows = new BinaryCopy("sync_membership_row", COLUMNS);
    private final RejectionCopy rejections;

    MembershipCopy(Task task, int chunk, Seals seals) {
        this.task = task;
        this.chunk = chunk;
        this.seals = seals;
        this.rejections = new RejectionCopy(task.job(), seals);
    }

    /** A row by itself is wrong; a whole list ends nobody for it, so whomever it spoke of is noted. */
    void rejected(Row row, String number, UUID supporter, List<Reason> reasons) {
        rejections.add(row, reasons);
        if (task.snapshot() && number != null) {
            head(0, row.line(), Outcome.REJECTED, task.scheme(), number, supporter, null);
        }
    }

    /** It is wrong for what is known: it counts among the rows of its number and member as if it had been taken. */
    void rejected(Row row, String scheme, String number, UUID supporter, Decision decision) {
        rejections.add(row, List.of(decision.reason()));
        head(0, row.line(), Outcome.REJECTED, scheme, number, supporter, decision.state());
    }

    int rejected() {
        return rejections.count();
    }

    void decided(Row row, String scheme, String number, UUID supporter, Known known, Decision decision) {
        Content content = decision.content();
        if (decision.outcome() == Outcome.UNCHANGED) {
            head(0, row.line(), decision.outcome(), scheme, number, supporter, decision.state());
            return;
        }
        rows.row()
                .uuid(task.job())
                .integer(chunk)
                .bigint(row.line())
                .text(decision.outcome().name())
                .text(scheme)
                .text(number)
                .uuid(supporter)
                .text(content.state().name())
                .uuid(known == null ? NewId.next() : known.id())
                .uuid(decision.replaces())
                .integer(content.policy())
                .text(content.tier())
                .date(content.joinedOn())
                .date(content.validUntil())
                .date(content.endedOn())
                .text(content.because() == null ? null : content.because().name())
                .bytes(seals.cells(task.job(), row));
    }

    private void head(
            int ofChunk, long line, Outcome outcome, String scheme, String number, UUID supporter, State state) {
        rows.row()
                .uuid(task.job())
                .integer(ofChunk)
                .bigint(line)
                .text(outcome.name())
                .text(scheme)
                .text(number)
                .uuid(supporter)
                .text(state == null ? null : state.name())
                .nulls(COLUMNS.length - ALWAYS);
    }

    /** Sends the chunk in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        rows.send(connection);
        rejections.send(connection);
    }
}
