package jp.kakawari.registry.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/disaster-calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class DisasterCallResource {

    private final PlanCampaign campaigns;
    private final Caller caller;
    private final Idempotency idempotency;

    DisasterCallResource(PlanCampaign campaigns, Caller caller, Idempotency idempotency) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/{event}/sendings")
    @Operation(
            operationId = "callAfterDisaster",
            summary = "Call for help after a disaster (災害時の呼びかけ)",
            description = """
                    To supporters who agreed to such calls, at once and whatever the frequency cap; each is told once of an event,
                    however often it is sent. The words are those of the first time.""")
    @APIResponse(
            responseCode = "200",
            description = "The call, which is a campaign",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response callAfterDisaster(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("event") @Parameter(description = "災害のコード", example = "2027-oame") Slug event,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull CampaignRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key, request, () -> ETags.answer(campaigns.call(municipality.value(), event.value(), request)));
    }
}
