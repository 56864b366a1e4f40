package jp.kakawari.registry.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;

/** The desk (窓口) where lists of any kind are handed in and asked about: what the resources of all kinds have in common. */
@ApplicationScoped
class ListDesk {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReceiveLists lists;
    private final ListKinds kinds;
    private final SyncJobs jobs;
    private final WriteRejections rejections;
    private final Idempotency idempotency;
    private final SyncConfig config;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    ListDesk(
            ReceiveLists lists,
            ListKinds kinds,
            SyncJobs jobs,
            WriteRejections rejections,
            Idempotency idempotency,
            SyncConfig config,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.lists = lists;
        this.kinds = kinds;
        this.jobs = jobs;
        this.rejections = rejections;
        this.idempotency = idempotency;
        this.config = config;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    Response send(
            String kind,
            LocalGovernmentCode municipality,
            SyncOptions options,
            String key,
            Upload upload,
            InputStream body) {
        caller.mustActFor(municipality.value());
        lists.mustFit(upload.announced);
        Incoming list =
                upload.list(new PacedBody(body, config.slowestBytesPerSecond(), System::nanoTime), config.maxBytes());
        if (key == null || key.isBlank()) {
            return idempotency.once(key, null, null);
        }
        UUID organization = caller.organization().orElse(null);
        try (Arrival arrival = lists.receive(kinds.of(kind), municipality.value(), organization, options, list)) {
            return idempotency.once(key, arrival.sent(), () -> accepted(arrival.promise()));
        }
    }

    private Response accepted(SyncJob job) {
        URI location =
                URI.create("/v1/municipalities/%s/%s-syncs/%s".formatted(job.municipality(), job.kind(), job.id()));
        return Response.accepted(view(job)).location(location).build();
    }

    Response list(String kind, LocalGovernmentCode municipality, PageRequest page, UriInfo uriInfo) {
        caller.mustActFor(municipality.value());
        ListKind ofKind = kinds.of(kind);
        UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
        List<SyncJob> rows = jobs.list(ofKind, municipality.value(), before, page.fetch());
        return Pages.answer(
                Page.of(rows, page, job -> Cursor.of(job.id()), () -> jobs.count(ofKind, municipality.value()))
                        .map(this::view),
                uriInfo);
    }

    SyncView get(String kind, LocalGovernmentCode municipality, UUID id) {
        return view(find(kind, municipality, id));
    }

    Response rejections(String kind, LocalGovernmentCode municipality, UUID id, HttpHeaders headers) {
        SyncJob job = find(kind, municipality, id);
        if (job.state() != SyncJob.State.DONE) {
            throw new NotPossibleNow(job.state(), SyncView.allowedActions(job.state()));
        }
        MediaType type = MediaType.valueOf(job.format().mediaType());
        if (headers.getAcceptableMediaTypes().stream().noneMatch(type::isCompatible)) {
            throw new NotAcceptableException();
        }
        StreamingOutput file = out -> rejections.write(job, out);
        String name = "rejections-" + id + "." + job.format().extension();
        return Response.ok(
                        file,
                        job.format() == Format.XLSX
                                ? type
                                : type.withCharset(job.encoding().charset().name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    Response cancel(String kind, LocalGovernmentCode municipality, UUID id, String key) {
        SyncJob job = find(kind, municipality, id);
        return idempotency.once(key, id, () -> {
            if (!jobs.cancel(id)) {
                throw new NotPossibleNow(job.state(), SyncView.allowedActions(job.state()));
            }
            return Response.ok(view(find(kind, municipality, id))).build();
        });
    }

    private SyncJob find(String kind, LocalGovernmentCode municipality, UUID id) {
        caller.mustActFor(municipality.value());
        return jobs.find(municipality.value(), id)
                .filter(job -> job.kind().equals(kind))
                .orElseThrow(() -> new NotFound("There is no such sync.", "この同期は存在しません。"));
    }

    private SyncView view(SyncJob job) {
        return SyncView.of(job, json, clock);
    }
}
