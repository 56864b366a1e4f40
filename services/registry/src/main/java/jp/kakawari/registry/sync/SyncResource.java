package jp.kakawari.registry.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import jp.kakawari.web.Caller;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import jp.kakawari.web.StreamedBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/supporter-syncs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.MUNICIPALITY)
@Tag(name = "Supporter syncs", description = "名簿の同期: a municipality sends its list of supporters")
class SyncResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SyncSupporters syncs;
    private final SyncJobs jobs;
    private final WriteRejections rejections;
    private final Idempotency idempotency;
    private final SyncConfig config;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    SyncResource(
            SyncSupporters syncs,
            SyncJobs jobs,
            WriteRejections rejections,
            Idempotency idempotency,
            SyncConfig config,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.syncs = syncs;
        this.jobs = jobs;
        this.rejections = rejections;
        this.idempotency = idempotency;
        this.config = config;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Consumes({CSV, NDJSON, XLSX})
    @StreamedBody
    @Operation(operationId = "syncSupporters", summary = "Send a list of supporters (名簿の同期)", description = """
                    CSV as office software exports it: UTF-8 with or without BOM, or windows-31j (Shift_JIS). Or NDJSON: an object per
                    line, whose members are the columns (a member that is known must be in one of the first 100 objects; unknown ones
                    are ignored). Or an Excel workbook (.xlsx): its first sheet, formulas by their last value. A header, columns in any
                    order under their usual names (会員番号, 氏名, フリガナ, 生年月日 …), those of the API (memberNumber, name …) or those of
                    the column mapping. CSV and NDJSON may come with Content-Encoding: gzip. A row of a known member number replaces
                    what the list said before; people who are not in the file stay. Answered when all of it is stored; follow Location
                    for the report. With dryRun=true the report is the same and nothing changes.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.LIST)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.OBJECTS)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Stored; the report follows at Location",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public Response send(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @Parameter(description = "true: report only, change nothing (試行)")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(
                            description =
                                    "UPSERT (追加・更新): people who are not in the file stay. SNAPSHOT (全件入替): their ties end.")
                    @QueryParam("mode")
                    @DefaultValue("UPSERT")
                    SyncOptions.Mode mode,
            @Parameter(
                            description =
                                    "A row that changed in the list and, since the last list, in the registry: REPORT rejects it, LIST takes it (両方で変更された行)")
                    @QueryParam("onConflict")
                    @DefaultValue("REPORT")
                    SyncOptions.OnConflict onConflict,
            @Parameter(
                            description =
                                    "Percent of the listed ties that a snapshot may end; if more would, nothing of it is taken (安全のための上限)")
                    @QueryParam("endAtMost")
                    @DefaultValue("20")
                    @Min(0)
                    @Max(100)
                    int endAtMost,
            @HeaderParam("Idempotency-Key") String key,
            @BeanParam Upload upload,
            InputStream body) {
        caller.mustActFor(municipality.value());
        syncs.mustFit(upload.announced);
        Incoming list = upload.list(body, config.maxBytes());
        if (key == null || key.isBlank()) {
            return idempotency.once(key, null, null);
        }
        UUID organization = caller.organization().orElse(null);
        SyncOptions options = new SyncOptions(dryRun, mode, onConflict, endAtMost);
        try (Arrival arrival = syncs.receive(municipality.value(), organization, options, list)) {
            return idempotency.once(key, arrival.sent(), () -> accepted(arrival.promise()));
        }
    }

    private Response accepted(SyncJob job) {
        URI location = URI.create("/v1/municipalities/" + job.municipality() + "/supporter-syncs/" + job.id());
        return Response.accepted(view(job)).location(location).build();
    }

    @GET
    @Operation(operationId = "listSupporterSyncs", summary = "Lists that were sent, newest first (同期の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SyncPage.class)))
    public Response list(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uriInfo) {
        caller.mustActFor(municipality.value());
        UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
        List<SyncJob> rows = jobs.list(municipality.value(), before, page.fetch());
        Long count = page.count() ? jobs.count(municipality.value()) : null;
        return Pages.answer(
                Page.of(rows, page, job -> Cursor.of(job.id()), count).map(this::view), uriInfo);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupporterSync", summary = "Progress and report of a sync (同期の状況と結果)")
    @APIResponse(
            responseCode = "200",
            description = "The sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public SyncView get(@PathParam("municipality") LocalGovernmentCode municipality, @PathParam("id") UUID id) {
        return view(find(municipality, id));
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({CSV, NDJSON, XLSX})
    @Operation(
            operationId = "getSupporterSyncRejections",
            summary = "The rows that were not taken, with reasons (取り込めなかった行)",
            description =
                    "In the format and encoding and under the header that came in, 行 and 理由 in front; 406 where Accept asks"
                            + " for another format. Correct it and send it as it is. In CSV, cells that a spreadsheet would run as a"
                            + " formula have an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.REJECTIONS)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.REJECTED_OBJECTS)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response rejections(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context HttpHeaders headers) {
        SyncJob job = find(municipality, id);
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

    @POST
    @Path("/{id}/cancel")
    @Operation(operationId = "cancelSupporterSync", summary = "Cancel a sync (同期の取消)", description = """
                    While the list is received nothing has changed yet. While it is merged, what the report counts stays, and the
                    rest is left out: sending a list again goes on from there.""")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public Response cancel(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        SyncJob job = find(municipality, id);
        return idempotency.once(key, id, () -> {
            if (!jobs.cancel(municipality.value(), id)) {
                throw new NotPossibleNow(job.state(), SyncView.allowedActions(job.state()));
            }
            return Response.ok(view(find(municipality, id))).build();
        });
    }

    private SyncJob find(LocalGovernmentCode municipality, UUID id) {
        caller.mustActFor(municipality.value());
        return jobs.find(municipality.value(), id)
                .orElseThrow(() -> new NotFound("There is no such sync.", "この同期は存在しません。"));
    }

    private SyncView view(SyncJob job) {
        return SyncView.of(job, json, clock);
    }

    /** For the OpenAPI document, which can't see through the generic page. */
    @Schema(name = "SupporterSyncPage")
    record SyncPage(List<SyncView> items, String next, Long count) {}
}
