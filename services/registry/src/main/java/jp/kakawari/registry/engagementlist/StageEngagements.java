package jp.kakawari.registry.engagementlist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private record Read(Row row, Reading reading) {

        LedgerRow ledger() {
            return reading.row();
        }
    }

    @Override
    public Staged stage(int chunk, List<Row> rows, Connection connection) throws SQLException {
        List<Read> read =
                rows.stream().map(row -> new Read(row, reader.read(row))).toList();
        List<LedgerRow> ledger =
                read.stream().map(Read::ledger).filter(Objects::nonNull).toList();
        Map<String, Member> members =
                listed.of(ledger.stream().map(LedgerRow::memberNumber).toList(), connection);
        Map<String, Entry> entries =
                known.entries(ledger.stream().map(LedgerRow::transaction).toList(), connection);
        Chunk copied = new Chunk(chunk);
        for (Read row : read) {
            copied.place(row, members, entries);
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

        void place(Read read, Map<String, Member> members, Map<String, Entry> entries) {
            Member member =
                    read.ledger() == null ? null : members.get(read.ledger().memberNumber());
            if (read.reading().reasons().isEmpty()) {
                compare(read, member, entries.get(read.ledger().transaction()));
            } else {
                reject(read, member, read.reading().reasons());
            }
        }

        private void compare(Read read, Member member, Entry entry) {
            if (member == null || entry == null && !member.active()) {
                reject(read, member, List.of(Member.unlisted(member)));
            } else if (entry == null) {
                write(read, member, Outcome.CREATED);
            } else if (!entry.says(read.ledger(), member.supporter())) {
                reject(read, member, List.of(Reason.TRANSACTION_DIFFERS));
            } else if (read.ledger().contactRefused() && !entry.contactRefused() && member.active()) {
                write(read, member, Outcome.CHANGED);
            } else {
                head(0, read, Outcome.UNCHANGED);
                staged.nulls(COLUMNS.length - ALWAYS);
            }
        }

        /** Of who had themselves removed nothing else is said, so that nothing of the row is kept. */
        private void reject(Read read, Member member, List<Reason> reasons) {
            boolean gone = member != null && member.gone();
            rejections.add(read.row(), gone ? List.of(Reason.REMOVED_ON_REQUEST) : reasons);
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
