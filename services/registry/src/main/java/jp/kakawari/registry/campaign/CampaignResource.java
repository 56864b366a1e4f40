package jp.kakawari.registry.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "広報・便り: messages of a municipality to those who agreed")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class CampaignResource {

    private final PlanCampaign campaigns;
    private final Caller caller;
    private final Idempotency idempotency;

    CampaignResource(PlanCampaign campaigns, Caller caller, Idempotency idempotency) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "draftCampaign",
            summary = "Draft a campaign (便りの下書き)",
            description = "Nothing is sent before it is scheduled.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response draftCampaign(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull CampaignRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            CampaignView view = campaigns.draft(municipality.value(), CampaignKind.NEWSLETTER, request);
            return ETags.created("/v1/municipalities/" + municipality + "/campaigns/" + view.id(), view);
        });
    }

    @GET
    @Operation(operationId = "listCampaigns", summary = "List a municipality's campaigns (便りの一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of campaigns, newest first, without their counts",
            content = @Content(schema = @Schema(implementation = CampaignPage.class)))
    public Response listCampaigns(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("state") @Parameter(description = "状態", example = "SENT") CampaignState state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<CampaignView> found = campaigns.page(municipality.value(), state, page);
        return Pages.answer(uri, page, found, CampaignView::id, () -> campaigns.count(municipality.value(), state));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCampaign", summary = "Read a campaign and what became of it (便りと配信結果)")
    @APIResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response readCampaign(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return ETags.answer(campaigns.read(municipality.value(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeCampaign", summary = "Write a draft anew (下書きの修正)")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response changeCampaign(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull CampaignRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(campaigns.change(municipality.value(), id, ifMatch, request));
    }

    @POST
    @Path("/{id}/schedule")
    @Operation(
            operationId = "scheduleCampaign",
            summary = "Schedule a draft, or send it now (配信の予約)",
            description = """
                    It goes to everybody of the segment who has an e-mail address, agreed, and is not at the frequency cap; to
                    each once. Whoever withdraws before it is their turn gets nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response scheduleCampaign(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Time time) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key, time, () -> ETags.answer(campaigns.schedule(municipality.value(), id, time.instant())));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            operationId = "cancelCampaign",
            summary = "Cancel a campaign (配信の中止)",
            description = "Whoever was not written to yet is not any more.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response cancelCampaign(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, () -> ETags.answer(campaigns.cancel(municipality.value(), id)));
    }

    /** When. */
    @Schema(name = "SendTime", description = "配信日時; none is now")
    record Time(
            @Schema(description = "配信日時", examples = "2027-04-01T09:00:00+09:00")
            OffsetDateTime sendAt) {

        Instant instant() {
            return sendAt == null ? null : sendAt.toInstant();
        }
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "CampaignPage")
    record CampaignPage(List<CampaignView> items, String next, Long count) {}
}
