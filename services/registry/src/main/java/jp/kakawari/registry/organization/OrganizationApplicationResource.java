package jp.kakawari.registry.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organization-applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@RunOnVirtualThread
class OrganizationApplicationResource {

    private final Idempotency idempotency;
    private final ApplyForMembership applying;

    OrganizationApplicationResource(Idempotency idempotency, ApplyForMembership applying) {
        this.idempotency = idempotency;
        this.applying = applying;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "applyForMembership",
            summary = "Apply to become a member organisation (入会申請)",
            description = """
                    Without a token, or with that of the organisation, which then reads how its application goes and may apply again
                    after a refusal. The secretariat decides and answers to the contact.""")
    @APIResponse(
            responseCode = "201",
            description = "Applied",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = "It is a member, or has applied, already")
    public Response applyForMembership(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull ApplicationRequest request) {
        return idempotency.once(key, request, () -> {
            OrganizationView view = applying.apply(request);
            return ETags.created("/v1/organizations/" + view.id(), view);
        });
    }
}
