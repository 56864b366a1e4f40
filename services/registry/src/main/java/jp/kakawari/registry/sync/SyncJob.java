package jp.kakawari.registry.sync;

import java.time.Instant;
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
