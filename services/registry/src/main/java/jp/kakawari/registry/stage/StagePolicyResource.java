package jp.kakawari.registry.stage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stage-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stages", description = "関わりの段階: how a tie's stage follows from its engagements")
@RunOnVirtualThread
class StagePolicyResource {

    private final DecideStages stages;
    private final Idempotency idempotency;

    StagePolicyResource(DecideStages stages, Idempotency idempotency) {
        this.stages = stages;
        this.idempotency = idempotency;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listStagePolicies",
            summary = "See how stages follow from engagements (段階の決め方)",
            description = "All versions, the oldest first; the newest one that is valid decides.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = StagePolicyList.class)))
    public StagePolicyList listStagePolicies() {
        return new StagePolicyList(stages.all());
    }

    @POST
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "decideStages",
            summary = "Say how stages follow from engagements from a day on (段階の決め方の改定)",
            description =
                    "A new version beside those before; the stages of all ties with an engagement are decided anew in the night in which its day begins.")
    @APIResponse(
            responseCode = "201",
            description = "The new version",
            content = @Content(schema = @Schema(implementation = StagePolicyView.class)))
    public Response decideStages(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull StagePolicyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.created(URI.create("/v1/stage-policies"))
                        .entity(stages.decide(request))
                        .build());
    }

    /** The versions. */
    @Schema(name = "StagePolicyList")
    record StagePolicyList(List<StagePolicyView> items) {}
}
