package jp.kakawari.registry.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/mail-policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class MailPolicyResource {

    private final PutMailPolicy policies;
    private final Caller caller;

    MailPolicyResource(PutMailPolicy policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readMailPolicy", summary = "Read how often one person is written to at most (配信頻度の上限)")
    @APIResponse(
            responseCode = "200",
            description = "The cap",
            content = @Content(schema = @Schema(implementation = MailPolicyView.class)))
    public Response readMailPolicy(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality) {
        caller.mustActFor(municipality.value());
        return ETags.answer(policies.read(municipality.value()));
    }

    @PUT
    @Operation(
            operationId = "putMailPolicy",
            summary = "State how often one person is written to at most (配信頻度の上限の設定)",
            description = "The first time without If-Match. Calls after a disaster are not capped.")
    @APIResponse(
            responseCode = "200",
            description = "The cap",
            content = @Content(schema = @Schema(implementation = MailPolicyView.class)))
    public Response putMailPolicy(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull MailPolicyRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(policies.put(municipality.value(), ifMatch, request));
    }
}
