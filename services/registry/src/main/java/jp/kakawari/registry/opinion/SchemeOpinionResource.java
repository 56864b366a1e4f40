package jp.kakawari.registry.opinion;

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
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{scheme}/opinions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "opinions")
@RunOnVirtualThread
class SchemeOpinionResource {

    private final HearOpinions opinions;
    private final Idempotency idempotency;

    SchemeOpinionResource(HearOpinions opinions, Idempotency idempotency) {
        this.opinions = opinions;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.INTERMEDIARY, Roles.MUNICIPALITY})
    @Operation(operationId = "postOpinion", summary = "Tell one's town what one thinks (政策への意見の投稿)", description = """
                    For a member whose membership holds today: the person, or whoever registered them. Read by the municipality
                    that keeps the membership.""")
    @APIResponse(
            responseCode = "201",
            description = "Heard",
            content = @Content(schema = @Schema(implementation = OpinionView.class)))
    public Response postOpinion(
            @PathParam("scheme") @Parameter(example = "hida-fanclub") SchemeCode scheme,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull OpinionRequest request) {
        return idempotency.once(key, request, () -> {
            OpinionView view = opinions.post(scheme.value(), request);
            return ETags.created("/v1/municipalities/" + view.municipality() + "/opinions/" + view.id(), view);
        });
    }
}
