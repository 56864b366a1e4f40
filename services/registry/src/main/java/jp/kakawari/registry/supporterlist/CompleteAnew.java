package jp.kakawari.registry.supporterlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Completion;
import jp.kakawari.registry.roster.Completion.Told;
import jp.kakawari.registry.roster.Entry;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.Origin;

/**
 * Completes the rows of a chunk again of whose supporters somebody changed something since, be it their consent: what the list
 * has a column for is as the list says, all else as it is now. The supporters are held.
 */
final class CompleteAnew {

    private static final Told NOTHING = new Told(0, false, false, false);

    private final StagedChunk staged;
    private final LocalDate today;
    private final Seals seals;

    CompleteAnew(StagedChunk staged, LocalDate today, Seals seals) {
        this.staged = staged;
        this.today = today;
        this.seals = seals;
    }

    /** A row as it was completed when it was staged. */
    private record Overtaken(long line, UUID supporter, byte[] rowHash, byte[] contentHash, Entry completed) {}

    void run() throws SQLException {
        List<Overtaken> overtaken = take();
        if (overtaken.isEmpty()) {
            return;
        }
        Completion completion = new Completion(columns());
        Map<UUID, KnownMembers.Record> records = new KnownMembers(staged.municipality())
                .records(overtaken.stream().map(Overtaken::supporter).toList(), NOTHING, staged.connection());
        SupporterCopy copy = new SupporterCopy(task(), staged.number(), seals);
        for (Overtaken row : overtaken) {
            KnownMembers.Record record = records.get(row.supporter());
            Personal personal = record.sealed() == null
                    ? Personal.NONE
                    : seals.personalData().open(row.supporter(), record.sealed());
            Entry entry = completion.of(
                    completion.listed(row.completed()), record.held().with(personal));
            copy.changedAnew(
                    row.line(),
                    row.supporter(),
                    record,
                    record.refusesMail() ? entry.withoutMail() : entry,
                    row.rowHash(),
                    row.contentHash());
        }
        copy.send(staged.connection());
    }

    private List<Overtaken> take() throws SQLException {
        return staged.list(this::read, """
                delete from sync_row r using supporter s
                where r.job = ? and r.chunk = ? and r.outcome = 'CHANGED'
                  and s.id = r.supporter and s.revision <> r.revision
                returning r.line, r.supporter, r.row_hash, r.content_hash, r.member_number, r.personal, r.prefecture, r.country,
                          r.home, r.skills, r.interests, r.origins, r.since, r.mail_consent, r.channel, r.affiliation, r.referrer""");
    }

    private Overtaken read(ResultSet row) throws SQLException {
        UUID supporter = row.getObject(2, UUID.class);
        Entry completed = new Entry(
                row.getString(5),
                seals.personalData().open(supporter, row.getBytes(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Sql.texts(row, 10),
                Sql.texts(row, 11),
                Sql.texts(row, 12).stream().map(Origin::valueOf).toList(),
                row.getObject(13, LocalDate.class),
                row.getBoolean(14),
                row.getString(15),
                row.getString(16),
                row.getString(17));
        return new Overtaken(row.getLong(1), supporter, row.getBytes(3), row.getBytes(4), completed);
    }

    private Set<Column> columns() throws SQLException {
        return Sql.list(
                        staged.connection(),
                        row -> Sql.texts(row, 1),
                        "select fields from sync_job where id = ?",
                        staged.job())
                .getFirst()
                .stream()
                .map(Column::ofField)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Task task() {
        return new Task(staged.job(), staged.municipality(), null, false, false, true, null, today);
    }
}
