package jp.kakawari.registry.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Proposal;
import jp.kakawari.registry.roster.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sync as its municipality sees it: progress while it runs, then the report. Of people it holds member numbers at most. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListSync", examples = SyncExamples.DONE)
record SyncView(
        UUID id,
        String municipality,
        boolean dryRun,
        SyncOptions.Mode mode,
        SyncOptions.OnConflict onConflict,

        @Schema(
                description = "制度コード: the scheme that all rows of a list of memberships are of",
                examples = "hida-fanclub")
        String scheme,

        SyncJob.State state,

        @Schema(description = "What came: CSV, NDJSON or XLSX (名簿の形式)", examples = "CSV")
        Format format,

        @Schema(
                description =
                        "What the file was read as: UTF-8, UTF-8 with BOM or windows-31j (文字コード); none for a workbook",
                examples = "windows-31j")
        String encoding,

        Progress progress,

        @Schema(
                description =
                        "What each column of the header was taken for; those without field are ignored. Where one looks like a"
                                + " field, proposal says which (候補): nothing is applied before it stands in the column mapping.")
        List<ColumnUse> columns,

        @Schema(description = "Why rows were not taken, by first reason; filled when the sync is DONE")
        List<Rejection> rejections,

        @Schema(description = "What to look at in a list that was taken all the same (確認のお願い)")
        List<Noticed> notices,

        Failure failure,
        OffsetDateTime createdAt,
        OffsetDateTime stagedAt,
        OffsetDateTime finishedAt,
        List<String> allowedActions) {

    /**
     * Rows of the file but its header and empty ones. When the sync is DONE, created + changed + unchanged + rejected +
     * superseded = rowsRead.
     *
     * @param superseded rows whose member number comes again further down: the last one counts, and a notice names their lines
     * @param ended ties that a snapshot ended, for want of a row
     * @param secondsLeft while it runs, as far as that can be told yet
     * @param rowsPerSecond from the first byte until now, or until the end
     */
    record Progress(
            long bytes,
            long rowsRead,
            long created,
            long changed,
            long unchanged,
            long rejected,
            long superseded,
            long ended,
            long rowsPerSecond,
            Long secondsLeft) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnUse(String header, String field, String fieldJa, Proposed proposal) {}

    /** @param confidence from 0 to 1, of the name's similarity and of the first values that read as the field */
    @Schema(name = "ProposedField")
    record Proposed(String field, String fieldJa, double confidence, String ja, String en) {
        static Proposed of(Proposal proposal) {
            return new Proposed(
                    proposal.field(),
                    Column.ofField(proposal.field()).orElseThrow().ja(),
                    proposal.confidence(),
                    proposal.ja(),
                    proposal.en());
        }
    }

    /** @param lines physical lines of the file where such rows begin, the first hundred of them */
    record Rejection(String code, String ja, String en, long count, List<Long> lines) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(
            String code,
            String ja,
            String en,

            @Schema(description = "How many a snapshot would have ended that was refused for it (tooManyWouldEnd)")
            Long wouldEnd,

            @Schema(description = "Of how many on record") Long listed) {

        static Failure of(SyncJob job) {
            return switch (job.failure()) {
                case MergeStaged.INTERRUPTED ->
                    new Failure(
                            job.failure(),
                            "受信中に処理が中断されました。何も変更されていません。もう一度送信してください。",
                            "Interrupted while the list came in. Nothing was changed; send it again.",
                            null,
                            null);
                case MergeStaged.TOO_MANY_WOULD_END ->
                    new Failure(
                            job.failure(),
                            "この名簿にない会員が多すぎます（%s上限 endAtMost %d%% を超過）。何も変更されていません。名簿が全件そろっているか確認してください。"
                                    .formatted(
                                            wouldEnd(job, "登録済み%2$,d件のうち%1$,d件が終了、"),
                                            job.options().endAtMost()),
                            "More would end than endAtMost allows (%s%d %%). Nothing was changed; check that the list is whole."
                                    .formatted(
                                            wouldEnd(job, "%1$,d of %2$,d; at most "),
                                            job.options().endAtMost()),
                            job.wouldEnd(),
                            job.listed());
                default ->
                    new Failure(
                            job.failure(),
                            "最後まで反映できませんでした。件数に数えた行は反映済みです。もう一度送信すると続きから反映されます。",
                            "The list could not be merged to its end. The rows that are counted are merged; sent again, it goes on from there.",
                            null,
                            null);
            };
        }

        /** Jobs that failed before it was kept don't know. */
        private static String wouldEnd(SyncJob job, String text) {
            return job.wouldEnd() == null ? "" : text.formatted(job.wouldEnd(), job.listed());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ListSyncNotice")
    record Noticed(
            String code,
            String ja,
            String en,
            long count,

            @Schema(description = "Physical lines of the file that it is about, the first hundred of them")
            List<Long> lines,

            @Schema(
                    description =
                            "Members whom it is about and of whom no line speaks, the first hundred of them (会員番号; of memberships 会員証番号)")
            List<String> memberNumbers) {}

    private record Counted(String code, long count, List<Long> lines, List<String> memberNumbers) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ListSyncPage")
    record Listed(List<SyncView> items, String next, Long count) {}

    static SyncView of(SyncJob job, ObjectMapper json, Clock clock) {
        return new SyncView(
                job.id(),
                job.municipality(),
                job.options().dryRun(),
                job.options().mode(),
                job.options().onConflict(),
                job.options().scheme(),
                job.state(),
                job.format(),
                job.encoding() == null || job.format() == Format.XLSX
                        ? null
                        : job.encoding().label(),
                progress(job, clock),
                columns(job, json),
                rejections(job.reasons(), json),
                notices(job.notices(), json),
                job.failure() == null ? null : Failure.of(job),
                time(job.createdAt(), clock.getZone()),
                time(job.stagedAt(), clock.getZone()),
                time(job.finishedAt(), clock.getZone()),
                allowedActions(job.state()));
    }

    static List<String> allowedActions(SyncJob.State state) {
        return switch (state) {
            case RECEIVING, STAGED, MERGING -> List.of("cancel");
            case DONE -> List.of("getRejections", "sendAgain");
            case FAILED, CANCELLED -> List.of("sendAgain");
        };
    }

    private static Progress progress(SyncJob job, Clock clock) {
        Instant until = job.finishedAt() == null ? clock.instant() : job.finishedAt();
        long millis = Math.max(1, Duration.between(job.createdAt(), until).toMillis());
        return new Progress(
                job.bytes(),
                job.rowsRead(),
                job.created(),
                job.changed(),
                job.unchanged(),
                job.rejected(),
                job.superseded(),
                job.ended(),
                job.rowsRead() * 1000 / millis,
                secondsLeft(job, clock));
    }

    /** By what was received of what was announced, or by what is settled of what was received. */
    private static Long secondsLeft(SyncJob job, Clock clock) {
        return switch (job.state()) {
            case RECEIVING -> left(job.createdAt(), clock.instant(), job.bytes(), job.bytesExpected());
            case MERGING ->
                left(job.stagedAt(), clock.instant(), job.settled() - job.rejected(), job.rowsRead() - job.rejected());
            default -> null;
        };
    }

    private static Long left(Instant since, Instant now, long done, Long all) {
        return all == null || done == 0
                ? null
                : Math.max(0, Duration.between(since, now).toMillis() * (all - done) / done / 1000);
    }

    private static List<ColumnUse> columns(SyncJob job, ObjectMapper json) {
        Map<Integer, Proposed> proposals = read(json, job.proposals(), new TypeReference<List<Proposal>>() {}).stream()
                .collect(Collectors.toMap(Proposal::column, Proposed::of));
        List<ColumnUse> columns = new ArrayList<>();
        for (int i = 0; i < job.header().size(); i++) {
            Column column = Column.ofField(job.fields().get(i)).orElse(null);
            columns.add(new ColumnUse(
                    job.header().get(i),
                    column == null ? null : column.field(),
                    column == null ? null : column.ja(),
                    proposals.get(i)));
        }
        return columns;
    }

    private static List<Rejection> rejections(String counted, ObjectMapper json) {
        return read(json, counted, new TypeReference<List<Counted>>() {}).stream()
                .map(rows -> {
                    Reason reason = Reason.of(rows.code());
                    return new Rejection(reason.code(), reason.ja(), reason.en(), rows.count(), rows.lines());
                })
                .toList();
    }

    private static List<Noticed> notices(String counted, ObjectMapper json) {
        return read(json, counted, new TypeReference<List<Counted>>() {}).stream()
                .map(seen -> {
                    Reason reason = Reason.of(seen.code());
                    return new Noticed(
                            reason.code(), reason.ja(), reason.en(), seen.count(), seen.lines(), seen.memberNumbers());
                })
                .toList();
    }

    private static <T> T read(ObjectMapper json, String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static OffsetDateTime time(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
