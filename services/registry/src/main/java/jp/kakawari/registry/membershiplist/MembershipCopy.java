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
        "cells",
        "told",
        "changes",
        "replaced_changes"
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
    void rejected(Row row, String scheme, String number, UUID supporter, List<Reason> reasons, State wanted) {
        rejections.add(row, reasons);
        head(0, row.line(), Outcome.REJECTED, scheme, number, supporter, wanted);
    }

    int rejected() {
        return rejections.count();
    }

    void decided(Row row, String scheme, String number, UUID supporter, Known known, Decision decision) {
        Content content = decision.content();
        if (decision.told() == null) {
            head(0, row.line(), decision.outcome(), scheme, number, supporter, decision.state());
            return;
        }
        begin(chunk, row.line(), decision.outcome(), scheme, number, supporter, decision.state());
        rows.uuid(known == null ? NewId.next() : known.id())
                .uuid(decision.replaced() == null ? null : decision.replaced().id());
        place(content, known);
        rows.date(content.joinedOn())
                .date(content.validUntil())
                .date(content.endedOn())
                .text(content.because() == null ? null : content.because().name())
                .bytes(seals.cells(task.job(), row))
                .bytes(decision.told());
        changes(decision.heard() ? known : null);
        changes(decision.replaced());
    }

    /** Who stays where they are goes along wherever the ledger or a policy takes them until the merge. */
    private void place(Content content, Known known) {
        if (known != null && content.isPlacedAs(known.content())) {
            rows.nulls(2);
        } else {
            rows.integer(content.policy()).text(content.tier());
        }
    }

    private void changes(Known known) {
        if (known == null) {
            rows.nulls(1);
        } else {
            rows.bigint(known.changes());
        }
    }

    private void head(
            int ofChunk, long line, Outcome outcome, String scheme, String number, UUID supporter, State state) {
        begin(ofChunk, line, outcome, scheme, number, supporter, state);
        rows.nulls(COLUMNS.length - ALWAYS);
    }

    private void begin(
            int ofChunk, long line, Outcome outcome, String scheme, String number, UUID supporter, State state) {
        rows.row()
                .uuid(task.job())
                .integer(ofChunk)
                .bigint(line)
                .text(outcome.name())
                .text(scheme)
                .text(number)
                .uuid(supporter)
                .text(state == null ? null : state.name());
    }

    /** Sends the chunk in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        rows.send(connection);
        rejections.send(connection);
    }
}
