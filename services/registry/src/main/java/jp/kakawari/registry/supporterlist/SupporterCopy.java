package jp.kakawari.registry.supporterlist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.contracts.registry.SupporterChanged.State;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.roster.Entry;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.BinaryCopy;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.RejectionCopy;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Task;
import jp.kakawari.registry.supporter.AgeBand;
import jp.kakawari.registry.supporter.Assurance;
import jp.kakawari.registry.supporter.Guardians;
import jp.kakawari.registry.supporter.Origin;

/** One chunk on its way into the staging tables. Of a dry run only the outcomes are kept. */
final class SupporterCopy {

    private static final String[] COLUMNS = {
        "job",
        "chunk",
        "line",
        "member_number",
        "outcome",
        "referrer",
        "supporter",
        "revision",
        "profile",
        "row_hash",
        "content_hash",
        "personal",
        "email_index",
        "subject_key",
        "prefecture",
        "country",
        "home",
        "age_band",
        "minor",
        "skills",
        "interests",
        "origins",
        "since",
        "mail_consent",
        "channel",
        "affiliation",
        "assurance",
        "parts",
        "held"
    };
    private static final int ALWAYS = 6;

    /** Bytes of a row that is written, about. */
    private static final int WRITTEN = 800;

    private final Task task;
    private final int chunk;
    private final Seals seals;
    private final BinaryCopy rows = new BinaryCopy("sync_row", COLUMNS);
    private final HeldEvents events;
    private final RejectionCopy rejections;

    SupporterCopy(Task task, int chunk, Seals seals) {
        this.task = task;
        this.chunk = chunk;
        this.seals = seals;
        this.events = new HeldEvents(task.job(), chunk);
        this.rejections = new RejectionCopy(task.job(), seals);
    }

    /** Makes room for so many rows that are written. */
    void expect(int written) {
        if (!task.dryRun()) {
            rows.expect(written * WRITTEN);
            events.expect(written);
        }
    }

    void unchanged(long line, String memberNumber) {
        outcome(0, line, memberNumber, Outcome.UNCHANGED, null);
    }

    void rejected(Row row, String memberNumber, List<Reason> reasons) {
        rejections.add(row, reasons);
        if (task.snapshot() && !memberNumber.isEmpty()) {
            outcome(0, row.line(), memberNumber, Outcome.REJECTED, null);
        }
    }

    int rejected() {
        return rejections.count();
    }

    void created(long line, UUID supporter, Entry entry, byte[] rowHash, byte[] contentHash) {
        if (task.dryRun()) {
            outcome(0, line, entry.memberNumber(), Outcome.CREATED, entry.referrer());
            return;
        }
        head(chunk, line, entry.memberNumber(), Outcome.CREATED, entry.referrer());
        String subjectKey = seals.index().subjectKey(supporter, entry.personal());
        rows.uuid(supporter).nulls(2).bytes(rowHash).bytes(contentHash);
        content(supporter, subjectKey, entry);
        rows.bool(true);
        events.add(new SupporterChanged(
                supporter,
                1,
                State.ACTIVE,
                Kind.PERSON,
                subjectKey,
                entry.prefecture(),
                entry.country(),
                ageBand(entry.personal()),
                entry.interests(),
                entry.skills(),
                null,
                task.organization(),
                entry.channel(),
                isMinor(entry.personal()),
                List.of(new SupporterChanged.Tie(
                        task.municipality(),
                        origins(entry),
                        Stage.CATCH,
                        entry.since(),
                        task.municipality().equals(entry.home()),
                        null,
                        entry.mailConsent()))));
    }

    void changed(
            long line, UUID supporter, KnownMembers.Record record, Entry entry, byte[] rowHash, byte[] contentHash) {
        if (task.dryRun()) {
            outcome(0, line, entry.memberNumber(), Outcome.CHANGED, entry.referrer());
            return;
        }
        String subjectKey = change(line, supporter, record, entry, rowHash, contentHash);
        rows.bool(record.alone());
        if (record.alone()) {
            events.add(event(supporter, subjectKey, record, entry));
        }
    }

    /** Of somebody whose row was staged before: which events are held is settled by then. */
    void changedAnew(
            long line, UUID supporter, KnownMembers.Record record, Entry entry, byte[] rowHash, byte[] contentHash) {
        change(line, supporter, record, entry, rowHash, contentHash);
        rows.bool(false);
    }

    /** All but whether the event is held; answers the subject key. */
    private String change(
            long line, UUID supporter, KnownMembers.Record record, Entry entry, byte[] rowHash, byte[] contentHash) {
        head(chunk, line, entry.memberNumber(), Outcome.CHANGED, entry.referrer());
        String subjectKey = seals.index().subjectKey(supporter, entry.personal());
        rows.uuid(supporter)
                .bigint(record.revision())
                .bigint(record.profile())
                .bytes(rowHash)
                .bytes(contentHash);
        content(supporter, subjectKey, entry);
        return subjectKey;
    }

    /** Sends the chunk in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        rows.send(connection);
        events.send(connection);
        rejections.send(connection);
    }

    private SupporterChanged event(UUID supporter, String subjectKey, KnownMembers.Record record, Entry entry) {
        return new SupporterChanged(
                supporter,
                record.revision() + 1,
                State.ACTIVE,
                record.kind(),
                record.countedAs() == null ? subjectKey : record.countedAs(),
                entry.prefecture(),
                entry.country(),
                ageBand(entry.personal()),
                entry.interests(),
                entry.skills(),
                record.mode(),
                record.registeredBy(),
                entry.channel(),
                record.kind() == Kind.PERSON && !record.guardianKnown() && isMinor(entry.personal()),
                List.of(new SupporterChanged.Tie(
                        task.municipality(),
                        origins(entry),
                        record.stage(),
                        entry.since(),
                        task.municipality().equals(entry.home()),
                        record.lastActiveOn(),
                        entry.mailConsent())));
    }

    private void content(UUID supporter, String subjectKey, Entry entry) {
        Personal personal = entry.personal();
        rows.bytes(seals.personalData().seal(supporter, personal))
                .bytes(seals.index().email(personal.email()))
                .text(subjectKey)
                .text(entry.prefecture())
                .text(entry.country())
                .text(entry.home())
                .text(ageBand(personal))
                .bool(isMinor(personal))
                .texts(entry.skills())
                .texts(entry.interests())
                .texts(origins(entry))
                .date(entry.since())
                .bool(entry.mailConsent())
                .text(entry.channel())
                .text(entry.affiliation())
                .text(Assurance.of(personal).name())
                .integer(personal.parts());
    }

    private void outcome(int ofChunk, long line, String memberNumber, Outcome outcome, String referrer) {
        head(ofChunk, line, memberNumber, outcome, referrer);
        rows.nulls(COLUMNS.length - ALWAYS);
    }

    private void head(int ofChunk, long line, String memberNumber, Outcome outcome, String referrer) {
        rows.row()
                .uuid(task.job())
                .integer(ofChunk)
                .bigint(line)
                .text(memberNumber)
                .text(outcome.name())
                .text(referrer);
    }

    private String ageBand(Personal personal) {
        return AgeBand.of(personal.birthDate(), task.today());
    }

    private boolean isMinor(Personal personal) {
        return Guardians.isMinor(personal.birthDate(), task.today());
    }

    private static List<String> origins(Entry entry) {
        return entry.origins().stream().map(Origin::name).toList();
    }
}
