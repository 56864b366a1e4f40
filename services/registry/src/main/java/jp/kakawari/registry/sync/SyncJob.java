package jp.kakawari.registry.sync;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.roster.Encoding;
import jp.kakawari.registry.roster.Format;

/**
 * One list that a municipality sent, as far as it got.
 *
 * @param kind of what it is a list, {@link jp.kakawari.registry.staging.ListKind#name}
 * @param organization who sent it, and becomes the registrant of its new supporters
 * @param failure why it failed, null where it did not
 * @param wouldEnd how many it would have ended, null unless it failed for that
 * @param listed of how many
 * @param format null until the list is read, as is encoding
 * @param header as it stands in the file; empty until it is read
 * @param fields what each column was taken for; empty text for one that is ignored
 * @param proposals what ignored columns may be, JSON
 * @param bytesExpected as the sender announced it, null where that is not what is counted
 * @param notices what to look at in rows that are taken, JSON
 * @param reasons rejections by reason, JSON, filled when it is done
 */
record SyncJob(
        UUID id,
        String kind,
        String municipality,
        UUID organization,
        SyncOptions options,
        State state,
        String failure,
        Long wouldEnd,
        Long listed,
        Format format,
        Encoding encoding,
        List<String> header,
        List<String> fields,
        String proposals,
        long bytes,
        Long bytesExpected,
        long rowsRead,
        long created,
        long changed,
        long unchanged,
        long ended,
        long rejected,
        long superseded,
        String reasons,
        String notices,
        Instant createdAt,
        Instant stagedAt,
        Instant finishedAt) {

    /** A row of {@code sync_told}. */
    static SyncJob read(ResultSet row) throws SQLException {
        String format = row.getString("format");
        String encoding = row.getString("encoding");
        return new SyncJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("municipality"),
                row.getObject("organization", UUID.class),
                new SyncOptions(
                        row.getBoolean("dry_run"),
                        SyncOptions.Mode.valueOf(row.getString("mode")),
                        SyncOptions.OnConflict.valueOf(row.getString("on_conflict")),
                        row.getInt("end_at_most"),
                        row.getString("scheme")),
                SyncJob.State.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getObject("would_end", Long.class),
                row.getObject("listed", Long.class),
                format == null ? null : Format.valueOf(format),
                encoding == null ? null : Encoding.valueOf(encoding),
                texts(row.getArray("header")),
                texts(row.getArray("fields")),
                row.getString("proposals"),
                row.getLong("bytes"),
                row.getObject("bytes_expected", Long.class),
                row.getLong("rows_read"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("ended"),
                row.getLong("rejected"),
                row.getLong("superseded"),
                row.getString("reasons"),
                row.getString("notices"),
                instant(row, "created_at"),
                instant(row, "staged_at"),
                instant(row, "finished_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Rows, and ties without one, of which it is settled what they do. */
    long settled() {
        return created + changed + unchanged + rejected + superseded + ended;
    }

    enum State {
        /** 受信中 */
        RECEIVING,
        /** 受信済み: everything is stored, 202 was answered */
        STAGED,
        /** 反映中 */
        MERGING,
        /** 完了 */
        DONE,
        /** 失敗 */
        FAILED,
        /** 取消 */
        CANCELLED
    }
}
