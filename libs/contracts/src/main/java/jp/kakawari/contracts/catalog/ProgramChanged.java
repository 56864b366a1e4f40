package jp.kakawari.contracts.catalog;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Topic;

/**
 * A published program (受入プログラム); drafts are never told.
 *
 * @param host member organisation that takes the applications
 * @param hostGovernment 6-digit code of the host where it is a municipality or prefecture, else null
 * @param municipalities 6-digit codes of all municipalities that it belongs to; empty for a nationwide one
 * @param prefectures two-digit codes of all prefectures that it touches
 * @param activity what taking part counts as in the engagement ledger
 * @param capacity places, null for no limit
 * @param applicationOpens first moment of the application window, null for already open
 * @param applicationCloses first moment after the window, null for open end
 * @param openTo member organisations whose people alone may apply (対象団体): those whom they registered; empty for everybody, as is
 *     what was told before there was a word for it
 */
public record ProgramChanged(
        UUID id,
        long revision,
        State state,
        UUID host,
        String hostGovernment,
        String title,
        String summary,
        String audience,
        List<String> municipalities,
        List<String> prefectures,
        List<String> themes,
        List<String> activities,
        RelationClass relationClass,
        Activity activity,
        Mode mode,
        Integer capacity,
        Selection selection,
        OffsetDateTime applicationOpens,
        OffsetDateTime applicationCloses,
        LocalDate startsOn,
        LocalDate endsOn,
        List<UUID> openTo)
        implements Removable {

    public ProgramChanged {
        openTo = openTo == null ? List.of() : openTo;
    }

    public enum State {
        PUBLISHED,
        CLOSED,
        DONE,
        REMOVED
    }

    /** How places are given (選考方法). */
    public enum Selection {
        FIRST_COME,
        SCREENING
    }

    /** What a tombstone tells whoever missed the state before it: nothing else, not even the host. */
    public static ProgramChanged removed(UUID id, long revision) {
        return new ProgramChanged(
                id,
                revision,
                State.REMOVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    @Override
    public Topic topic() {
        return Topic.CATALOG_PROGRAM;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.catalog.program-changed.v1";
    }
}
