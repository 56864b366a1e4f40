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
import jp.kakawari.registry.scheme.ReadSchemes;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
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

@Path("/v1/municipalities/{municipality}/membership-syncs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.MUNICIPALITY)
@Tag(name = "Membership syncs", description = "会員の同期: a municipality sends the members of its schemes as a list")
class MembershipSyncResource {

    private final ListDesk desk;
    private final ReadSchemes schemes;
    private final Caller caller;

    MembershipSyncResource(ListDesk desk, ReadSchemes schemes, Caller caller) {
        this.desk = desk;
        this.schemes = schemes;
        this.caller = caller;
    }

    @POST
    @Consumes({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
    @StreamedBody
    @Operation(operationId = "syncMemberships", summary = "Send a list of memberships (会員の同期)", description = """
                    The members of a fan club or another scheme, in the formats of supporter-syncs and with the same progress, report,
                    rejected rows and column mapping. Columns: 制度 (scheme: code or name; or once as the parameter), 会員番号
                    (memberNumber) of the synced list, 会員証番号 (membershipNumber, one in the scheme), 会員種別 (tier: code or name),
                    入会日 (joinedOn), 有効期限 (validUntil; 無期限: without end), 状態 (state: 有効, 退会, 休止, 期限切れ), 退会日 (endedOn). An
                    empty cell changes nothing, or is what the scheme's policy says of somebody new. A member holds one number of a
                    scheme at a time: another one that is valid takes its place. A row that says what it said in the last list
                    changes nothing, whatever became of the membership here since.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = ListDesk.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.MEMBERSHIPS)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = SyncExamples.MEMBERSHIP_OBJECTS)),
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
                                    "UPSERT (追加・更新): memberships that are not in the file stay. SNAPSHOT (全件入替): those of the scheme that the parameter names end, but none does while a rejected row doesn't tell whose it is (nobodyEnded).")
                    @QueryParam("mode")
                    @DefaultValue("UPSERT")
                    SyncOptions.Mode mode,
            @Parameter(
                            description =
                                    "A row that changed in the list and would overwrite what was changed here since the last list (退会, be it under another number; 更新, 会員種別の手動設定): REPORT rejects it, LIST takes it (両方で変更された行). What is missing in a SNAPSHOT and was changed here, or joined here and was in no list yet, stays with REPORT (changedAndNotListed), and ends with LIST.")
                    @QueryParam("onConflict")
                    @DefaultValue("REPORT")
                    SyncOptions.OnConflict onConflict,
            @Parameter(
                            description =
                                    "制度コード: the scheme that all rows are of; needed for a SNAPSHOT and where no column names it")
                    @QueryParam("scheme")
                    SchemeCode scheme,
            @Parameter(
                            description =
                                    "Percent of the scheme's active memberships that a snapshot may end; if more would, nothing of it is taken (安全のための上限)")
                    @QueryParam("endAtMost")
                    @DefaultValue("20")
                    @Min(0)
                    @Max(100)
                    int endAtMost,
            @HeaderParam("Idempotency-Key") String key,
            @BeanParam Upload upload,
            InputStream body) {
        caller.mustActFor(municipality.value());
        if (scheme != null) {
            schemes.mustBeRunBy(municipality.value(), scheme);
        } else if (mode == SyncOptions.Mode.SNAPSHOT) {
            throw new InvalidParameter("scheme", "is needed for a snapshot", "全件入替では制度を指定してください");
        }
        SyncOptions options =
                new SyncOptions(dryRun, mode, onConflict, endAtMost, scheme == null ? null : scheme.value());
        return desk.send(ListKinds.MEMBERSHIPS, municipality, options, key, upload, body);
    }

    @GET
    @Operation(
            operationId = "listMembershipSyncs",
            summary = "Lists of memberships that were sent, newest first (同期の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SyncView.Listed.class)))
    public Response list(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uriInfo) {
        return desk.list(ListKinds.MEMBERSHIPS, municipality, page, uriInfo);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMembershipSync", summary = "Progress and report of a sync of memberships (同期の状況と結果)")
    @APIResponse(
            responseCode = "200",
            description = "The sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public SyncView get(@PathParam("municipality") LocalGovernmentCode municipality, @PathParam("id") UUID id) {
        return desk.get(ListKinds.MEMBERSHIPS, municipality, id);
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({ListDesk.CSV, ListDesk.NDJSON, ListDesk.XLSX})
    @Operation(
            operationId = "getMembershipSyncRejections",
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
                        examples = @ExampleObject(name = "rejections", value = SyncExamples.MEMBERSHIP_REJECTIONS)),
                @Content(
                        mediaType = ListDesk.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(name = "rejections", value = SyncExamples.MEMBERSHIP_REJECTED_OBJECTS)),
                @Content(mediaType = ListDesk.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response rejections(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context HttpHeaders headers) {
        return desk.rejections(ListKinds.MEMBERSHIPS, municipality, id, headers);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelMembershipSync",
            summary = "Cancel a sync of memberships (同期の取消)",
            description = "What the report counts stays; sent again, the list goes on from there.")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled sync",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public Response cancel(
            @PathParam("municipality") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return desk.cancel(ListKinds.MEMBERSHIPS, municipality, id, key);
    }
}
