package jp.kakawari.registry.supporterlist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.roster.Completion;
import jp.kakawari.registry.roster.Entry;
import jp.kakawari.registry.roster.EntryReader;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reading;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.ListKind.Staged;
import jp.kakawari.registry.staging.ListKind.Staging;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporterlist.KnownMembers.Member;

/**
 * Reads, compares, seals and stages the rows of one list, chunk by chunk and from several threads at once. A row that is
 * spelt as last time is recognised before it is read; what a chunk costs in queries doesn't depend on its rows.
 */
final class StageSupporters implements Staging {

    private final Task task;
    private final EntryReader reader;
    private final Completion completion;
    private final Seals seals;
    private final KnownMembers knownMembers;
    private final Completion.Told told;

    /** A row that has to be written. */
    private record Write(Row row, Entry entry, Member known, byte[] rowHash, byte[] contentHash) {}

    StageSupporters(Task task, Header header, Seals seals) {
        this.task = task;
        this.reader = new EntryReader(header, task.today());
        this.completion = new Completion(header);
        this.told = completion.tells();
        this.seals = seals;
        this.knownMembers = new KnownMembers(task.municipality());
    }

    @Override
    public Staged stage(int chunk, List<Row> rows, Connection connection) throws SQLException {
        return new Chunk(chunk, connection).stage(rows);
    }

    private final class Chunk {

        private final Connection connection;
        private final SupporterCopy copy;
        private final List<Write> writes = new ArrayList<>();

        Chunk(int number, Connection connection) {
            this.connection = connection;
            this.copy = new SupporterCopy(task, number, seals);
        }

        Staged stage(List<Row> rows) throws SQLException {
            List<String> numbers = rows.stream().map(reader::memberNumber).toList();
            Map<String, Member> known = knownMembers.of(numbers, connection);
            for (int i = 0; i < rows.size(); i++) {
                compare(rows.get(i), numbers.get(i), known.get(numbers.get(i)));
            }
            write();
            copy.send(connection);
            return new Staged(rows.size(), copy.rejected());
        }

        private void compare(Row row, String number, Member known) {
            byte[] spelling = reader.spelling(row);
            byte[] rowHash = spelling == null ? null : seals.index().rowHash(spelling);
            if (rowHash != null && known != null && known.wrote(spelling, rowHash, seals.index())) {
                copy.unchanged(row.line(), number);
                return;
            }
            if (known != null && known.gone()) {
                copy.rejected(row, number, List.of(Reason.REMOVED_ON_REQUEST));
                return;
            }
            Reading reading = reader.read(row);
            if (reading.entry() == null) {
                copy.rejected(row, number, reading.reasons());
            } else {
                compare(row, reading.entry(), known, rowHash);
            }
        }

        private void compare(Row row, Entry entry, Member known, byte[] rowHash) {
            byte[] canonical = entry.canonical();
            byte[] contentHash = seals.index().contentHash(canonical);
            if (known != null && known.meant(canonical, contentHash, seals.index())) {
                copy.unchanged(row.line(), entry.memberNumber());
            } else {
                writes.add(new Write(row, entry, known, rowHash, contentHash));
            }
        }

        private void write() throws SQLException {
            List<UUID> supporters = writes.stream()
                    .filter(write -> write.known() != null)
                    .map(write -> write.known().supporter())
                    .toList();
            Map<UUID, KnownMembers.Record> records = knownMembers.records(supporters, told, connection);
            copy.expect(writes.size());
            for (Write write : writes) {
                if (write.known() == null) {
                    copy.created(
                            write.row().line(),
                            NewId.next(),
                            completion.of(write.entry(), task.today()),
                            write.rowHash(),
                            write.contentHash());
                } else {
                    change(write, records.get(write.known().supporter()));
                }
            }
        }

        private void change(Write write, KnownMembers.Record record) {
            if (record.removed()) {
                copy.rejected(write.row(), write.entry().memberNumber(), List.of(Reason.REMOVED_ON_REQUEST));
            } else if (record.touched() && !task.listWins()) {
                copy.rejected(write.row(), write.entry().memberNumber(), List.of(Reason.CHANGED_ON_BOTH_SIDES));
            } else {
                UUID supporter = write.known().supporter();
                Personal opened = record.sealed() == null
                        ? Personal.NONE
                        : seals.personalData().open(supporter, record.sealed());
                Entry completed = completion.of(write.entry(), record.held().with(opened));
                copy.changed(
                        write.row().line(),
                        supporter,
                        record,
                        record.refusesMail() ? completed.withoutMail() : completed,
                        write.rowHash(),
                        write.contentHash());
            }
        }
    }
}
