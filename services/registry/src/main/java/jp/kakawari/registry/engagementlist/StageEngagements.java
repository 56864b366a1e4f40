package jp.kakawari.registry.engagementlist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.kakawari.registry.engagementlist.KnownEntries.Entry;
import jp.kakawari.registry.engagementlist.LedgerReader.Reading;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.BinaryCopy;
import jp.kakawari.registry.staging.ListKind.Staged;
import jp.kakawari.registry.staging.ListKind.Staging;
import jp.kakawari.registry.staging.ListedMembers;
import jp.kakawari.registry.staging.ListedMembers.Member;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.RejectionCopy;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.NewId;

/** Reads, compares and stages the rows of one ledger. What a chunk costs in queries doesn't depend on its rows. */
final class StageEngagements implements Staging {

    private static final String[] COLUMNS = {
        "job",
        "chunk",
        "line",
        "outcome",
        "transaction",
        "id",
        "supporter",
        "activity",
        "occurred_on",
        "quantity",
        "unit",
        "contact_refused",
        "cells"
    };
    private static final int ALWAYS = 5;

    private final Task task;
    private final LedgerReader reader;
    private final Seals seals;
    private final ListedMembers listed;
    private final KnownEntries known;

    StageEngagements(Task task, Header header, Seals seals) {
        this.task = task;
        this.reader = new LedgerReader(header, task.today());
        this.seals = seals;
        this.listed = new ListedMembers(task.municipality());
        this.known = new KnownEntries(task.municipality());
    }

    private record Read(Row row, LedgerRow ledger) {}

    @Override
    public Staged stage(int chunk, List<Row> rows, Connection connection) throws SQLException {
        Chunk copied = new Chunk(chunk);
        List<Read> read = rows.stream()
                .map(copied::read)
                .filter(row -> row.ledger() != null)
                .toList();
        Map<String, Member> members =
                listed.of(read.stream().map(row -> row.ledger().memberNumber()).toList(), connection);
        Map<String, Entry> entries = known.entries(
                read.stream().map(row -> row.ledger().transaction()).toList(), connection);
        for (Read row : read) {
            copied.compare(
                    row,
                    members.get(row.ledger().memberNumber()),
                    entries.get(row.ledger().transaction()));
        }
        copied.send(connection);
        return new Staged(rows.size(), copied.rejections.count());
    }

    private final class Chunk {

        private final int number;
        private final BinaryCopy staged = new BinaryCopy("sync_engagement_row", COLUMNS);
        private final RejectionCopy rejections = new RejectionCopy(task.job(), seals);

        Chunk(int number) {
            this.number = number;
        }

        Read read(Row row) {
            Reading reading = reader.read(row);
            if (reading.row() == null) {
                rejections.add(row, reading.reasons());
            }
            return new Read(row, reading.row());
        }

        void compare(Read read, Member member, Entry entry) {
            if (member == null || entry == null && !member.active()) {
                rejections.add(read.row(), List.of(Member.unlisted(member)));
            } else if (entry == null) {
                write(read, member, Outcome.CREATED);
            } else if (!entry.says(read.ledger(), member.supporter())) {
                rejections.add(read.row(), List.of(Reason.TRANSACTION_DIFFERS));
            } else if (read.ledger().contactRefused() && !entry.contactRefused() && member.active()) {
                write(read, member, Outcome.CHANGED);
            } else {
                head(0, read, Outcome.UNCHANGED);
                staged.nulls(COLUMNS.length - ALWAYS);
            }
        }

        private void write(Read read, Member member, Outcome outcome) {
            LedgerRow row = read.ledger();
            head(number, read, outcome);
            staged.uuid(NewId.next())
                    .uuid(member.supporter())
                    .text(row.activity().name())
                    .date(row.occurredOn())
                    .text(row.plainQuantity())
                    .text(row.unit() == null ? null : row.unit().name())
                    .bool(row.contactRefused())
                    .bytes(seals.cells(task.job(), read.row()));
        }

        private void head(int ofChunk, Read read, Outcome outcome) {
            staged.row()
                    .uuid(task.job())
                    .integer(ofChunk)
                    .bigint(read.row().line())
                    .text(outcome.name())
                    .text(read.ledger().transaction());
        }

        void send(Connection connection) throws SQLException {
            staged.send(connection);
            rejections.send(connection);
        }
    }
}
