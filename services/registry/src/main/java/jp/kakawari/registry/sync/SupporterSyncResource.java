package jp.kakawari.registry.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.PageRequest;
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
class SupporterSyncResource {

    private final ListDesk desk;

    SupporterSyncResource(ListDesk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
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
                        mediaType = ListDesk.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.LIST)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.OBJECTS)),
                @Content(mediaType = ListDesk.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
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
                                    "UPSERT (追加・更新): people who are not in the file stay. SNAPSHOT (全件入替): their ties end,"
                                            + " but none does while a rejected row doesn't tell whose it is (nobodyEnded).")
                    @QueryParam("mode")
                    @DefaultValue("UPSERT")
                    SyncOptions.Mode mode,
            @Parameter(
                            description =
                                    "A row that changed in the list and, since the last list and until it is merged, in the registry:"
                                            + " REPORT rejects it, LIST takes it (両方で変更された行). Who is missing in a SNAPSHOT and was changed"
                                            + " in the registry stays with REPORT (changedAndNotListed), and ends with LIST.")
                    @QueryParam("onConflict")
                    @DefaultValue("REPORT")
                    SyncOptions.OnConflict onConflict,
            @Parameter(
                            description =
                                    "Percent of the listed ties that a snapshot may end; if more would, nothing of it is taken, and the"
                                            + " failure says how many of how many (安全のための上限)")
                    @QueryParam("endAtMost")
                    @DefaultValue("20")
                    @Min(0)
                    @Max(100)
                    int endAtMost,
            @HeaderParam("Idempotency-Key") String key,
            @BeanParam Upload upload,
            InputStream body) {
        SyncOptions options = new SyncOptions(dryRun, mode, onConflict, endAtMost, null);
        return desk.send(ListKinds.SUPPORTERS, municipality, options, key, upload, body);
    }

    @GET
    @Operation(operationId = "listSupporterSyncs", summary = "Lists that were sent, newest first (同期の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SyncView.Listed.class)))
    public Response list(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uriInfo) {
        return desk.list(ListKinds.SUPPORTERS, municipality, page, uriInfo);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupporterSync", summary = "Progress and report of a sync (同期の状況と結果)")
    @APIResponse(
            responseCode = "200",
            description = "The sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public SyncView get(@PathParam("municipality") LocalGovernmentCode municipality, @PathParam("id") UUID id) {
        return desk.get(ListKinds.SUPPORTERS, municipality, id);
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
    @Operation(
            operationId = "getSupporterSyncRejections",
            summary = "The rows that were not taken, with reasons (取り込めなかった行)",
            description =
                    "In the format and encoding and under the header that came in, 行 and 理由 in front; 406 where Accept asks"
                            + " for another format. Correct it and send it as it is. Of people who had themselves removed it says line and reason only,"
                            + " and of those whom somebody corrected while the list was merged: take their rows from the list."
                            + " In CSV, cells that a spreadsheet would run as a"
                            + " formula have an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = {
                @Content(
                        mediaType = ListDesk.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.REJECTIONS)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.REJECTED_OBJECTS)),
                @Content(mediaType = ListDesk.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response rejections(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context HttpHeaders headers) {
        return desk.rejections(ListKinds.SUPPORTERS, municipality, id, headers);
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
        return desk.cancel(ListKinds.SUPPORTERS, municipality, id, key);
    }
}
