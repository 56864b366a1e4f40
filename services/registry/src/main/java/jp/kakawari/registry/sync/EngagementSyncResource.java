package jp.kakawari.registry.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/municipalities/{municipality}/engagement-syncs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.MUNICIPALITY)
@Tag(name = "Engagement syncs", description = "関わりの記録の同期: a municipality sends its ledger as a list")
class EngagementSyncResource {

    /** A ledger is only ever added to. */
    enum Mode {
        UPSERT
    }

    private final ListDesk desk;

    EngagementSyncResource(ListDesk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
    @StreamedBody
    @Operation(operationId = "syncEngagements", summary = "Send a list of engagements (関わりの記録の同期)", description = """
                    Visits, donations, points, events … as an office's software or a shop's point system exports them, in the formats
                    of supporter-syncs and with the same progress, report, rejected rows and column mapping. Columns: 取引番号
                    (sourceTransaction), 会員番号 (memberNumber) of the synced list, 日付 (occurredOn, 西暦 or 和暦), 活動 (activity: code,
                    name or a usual word like 寄附, ポイント利用, 来店, イベント参加), one of 金額 (amount, yen), ポイント (points) and 数量
                    (quantity, with 単位), 単位 (unit), 連絡可否 (contactConsent). Entries are attested. A transaction number enters the
                    ledger once: with the same content it is unchanged, with other content it is rejected. ポイント利用 counts below
                    zero. 連絡可否 of 不可 withdraws the consent to be written to when the row is new; 可 gives none: consent is given by
                    the supporter list or by the person.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = ListDesk.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.LEDGER)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.LEDGER_OBJECTS)),
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
            @Parameter(description = "UPSERT (追加): entries that are not in the file stay")
                    @QueryParam("mode")
                    @DefaultValue("UPSERT")
                    Mode mode,
            @HeaderParam("Idempotency-Key") String key,
            @BeanParam Upload upload,
            InputStream body) {
        return desk.send(ListKinds.ENGAGEMENTS, municipality, SyncOptions.upsert(dryRun), key, upload, body);
    }

    @GET
    @Operation(operationId = "listEngagementSyncs", summary = "Ledgers that were sent, newest first (同期の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SyncView.Listed.class)))
    public Response list(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uriInfo) {
        return desk.list(ListKinds.ENGAGEMENTS, municipality, page, uriInfo);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEngagementSync", summary = "Progress and report of a ledger's sync (同期の状況と結果)")
    @APIResponse(
            responseCode = "200",
            description = "The sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public SyncView get(@PathParam("municipality") LocalGovernmentCode municipality, @PathParam("id") UUID id) {
        return desk.get(ListKinds.ENGAGEMENTS, municipality, id);
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
    @Operation(
            operationId = "getEngagementSyncRejections",
            summary = "The rows that were not taken, with reasons (取り込めなかった行)",
            description =
                    "In the format and encoding and under the header that came in, 行 and 理由 in front; 406 where Accept asks"
                            + " for another format. Correct it and send it as it is. Of people who had themselves removed it says line and reason only.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = {
                @Content(
                        mediaType = ListDesk.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.LEDGER_REJECTIONS)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.LEDGER_REJECTED_OBJECTS)),
                @Content(mediaType = ListDesk.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response rejections(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context HttpHeaders headers) {
        return desk.rejections(ListKinds.ENGAGEMENTS, municipality, id, headers);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelEngagementSync",
            summary = "Cancel a ledger's sync (同期の取消)",
            description = "What the report counts stays; sent again, the list goes on from there.")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public Response cancel(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return desk.cancel(ListKinds.ENGAGEMENTS, municipality, id, key);
    }
}
