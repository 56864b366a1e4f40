package jp.kakawari.registry.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.roster.Entry;
import jp.kakawari.registry.roster.EntryReader;
import jp.kakawari.registry.roster.Reading;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.supporter.AgeBand;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporter.Origin;

/** Copies the rows of one list into the staging tables, batch by batch, nothing personal in clear. */
public final class StagedRows {

    private final UUID job;
    private final String municipality;
    private final EntryReader reader;
    private final LocalDate today;
    private final Seals seals;
    private final BinaryCopy accepted = new BinaryCopy(
            "sync_row",
            "job",
            "line",
            "member_number",
            "content_hash",
            "supporter",
            "known",
            "personal",
            "email_index",
            "subject_key",
            "prefecture",
            "country",
            "home",
            "age_band",
            "skills",
            "interests",
            "origins",
            "since",
            "mail_consent");
    private final BinaryCopy rejected = new BinaryCopy("sync_rejection", "job", "line", "reasons", "cells");
    private long rowsRead;
    private long rowsRejected;

    /** What hides personal data. */
    public record Seals(PersonalData personalData, BlindIndex index, ObjectMapper json) {}

    public StagedRows(UUID job, String municipality, EntryReader reader, LocalDate today, Seals seals) {
        this.job = job;
        this.municipality = municipality;
        this.reader = reader;
        this.today = today;
        this.seals = seals;
    }

    public long rowsRead() {
        return rowsRead;
    }

    public long rowsRejected() {
        return rowsRejected;
    }

    /** Stages one batch in the connection's transaction. */
    public void add(List<Row> rows, Connection connection) throws SQLException {
        List<Reading> readings = rows.stream().map(reader::read).toList();
        Map<String, Known> known = known(connection, readings);
        for (int i = 0; i < rows.size(); i++) {
            Reading reading = readings.get(i);
            if (reading.entry() == null) {
                reject(rows.get(i), reading.reasons());
            } else {
                stage(rows.get(i), reading.entry(), known.get(reading.entry().memberNumber()));
            }
        }
        rowsRead += rows.size();
        accepted.send(connection);
        rejected.send(connection);
    }

    private record Known(UUID supporter, byte[] contentHash, boolean gone) {}

    private Map<String, Known> known(Connection connection, List<Reading> readings) throws SQLException {
        List<String> numbers = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.entry() != null) {
                numbers.add(reading.entry().memberNumber());
            }
        }
        Map<String, Known> known = new HashMap<>();
        Sql.list(
                connection,
                row -> known.put(
                        row.getString(1), new Known(row.getObject(2, UUID.class), row.getBytes(3), row.getBoolean(4))),
                """
                select t.source_id, t.supporter, t.content_hash, t.ended_on is not null or s.state = 'REMOVED'
                from tie t join supporter s on s.id = t.supporter
                where t.municipality = ? and t.source_system = 'list' and t.source_id = any(?)""",
                municipality,
                numbers);
        return known;
    }

    private void stage(Row row, Entry entry, Known known) {
        if (known != null && known.gone()) {
            reject(row, List.of(Reason.REMOVED_ON_REQUEST));
            return;
        }
        byte[] hash = seals.index().contentHash(entry.canonical());
        UUID supporter = known == null ? NewId.next() : known.supporter();
        accepted.row()
                .uuid(job)
                .bigint(row.line())
                .text(entry.memberNumber())
                .bytes(hash)
                .uuid(supporter)
                .bool(known != null);
        if (known != null && Arrays.equals(known.contentHash(), hash)) {
            accepted.nulls(12);
        } else {
            content(entry, supporter);
        }
    }

    private void content(Entry entry, UUID supporter) {
        Personal personal = entry.personal();
        accepted.bytes(seals.personalData().seal(supporter, personal))
                .bytes(seals.index().email(personal.email()))
                .text(seals.index().subjectKey(supporter, personal))
                .text(entry.prefecture())
                .text(entry.country())
                .text(entry.home())
                .text(AgeBand.of(personal.birthDate(), today))
                .texts(entry.skills())
                .texts(entry.interests())
                .texts(entry.origins().stream().map(Origin::name).toList())
                .date(entry.since())
                .bool(entry.mailConsent());
    }

    private void reject(Row row, List<Reason> reasons) {
        rowsRejected++;
        rejected.row()
                .uuid(job)
                .bigint(row.line())
                .texts(reasons.stream().map(Reason::code).toList())
                .bytes(seals.personalData().sealBytes(job, cells(row)));
    }

    private byte[] cells(Row row) {
        try {
            return seals.json().writeValueAsBytes(row.cells());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
