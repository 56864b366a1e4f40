package jp.kakawari.registry.donation;

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
import jp.kakawari.registry.engagement.EngagementView;
import jp.kakawari.registry.engagement.Ledger;
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

@Path("/v1/municipalities/{municipality}/donations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "donations")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class DonationResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final RecordDonation recording;

    DonationResource(Caller caller, Idempotency idempotency, RecordDonation recording) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.recording = recording;
    }

    @POST
    @Operation(
            operationId = "recordDonation",
            summary = "Record a donation (寄附の記録)",
            description =
                    "An entry of your ledger, for a project where it was given for one. 200 when its sourceTransaction is told again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response recordDonation(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull DonationRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                request,
                () -> answer(
                        municipality,
                        recording.record(
                                municipality.value(),
                                request,
                                caller.organization().orElse(null))));
    }

    private static Response answer(LocalGovernmentCode municipality, Ledger.Entered entered) {
        EngagementView view = entered.view();
        String address = "/v1/municipalities/" + municipality + "/engagements/" + view.id();
        return entered.isNew() ? ETags.created(address, view) : ETags.answer(view);
    }
}
