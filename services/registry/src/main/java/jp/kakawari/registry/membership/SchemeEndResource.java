package jp.kakawari.registry.membership;

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
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemes")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SchemeEndResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final EndScheme ending;

    SchemeEndResource(Caller caller, Idempotency idempotency, EndScheme ending) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.ending = ending;
    }

    @POST
    @Path("/closure")
    @Operation(
            operationId = "closeScheme",
            summary = "End a scheme with all its memberships (制度の終了)",
            description = "To take no new members only, put its state as CLOSED.")
    @APIResponse(
            responseCode = "200",
            description = "How many memberships ended",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    public Response closeScheme(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(
                key,
                "closure",
                () -> Response.ok(new Changed(ending.close(caller, code))).build());
    }

    @POST
    @Path("/hand-over")
    @Operation(
            operationId = "handOverScheme",
            summary = "Hand one's part of a scheme over to another municipality (運営の引き継ぎ)",
            description =
                    "The memberships that you keep are kept by it from now on. Of the members it learns no more than "
                            + "their ids until they agree anew (再同意).")
    @APIResponse(
            responseCode = "200",
            description = "How many memberships moved",
            content = @Content(schema = @Schema(implementation = Changed.class)))
    public Response handOverScheme(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull HandOver to) {
        return idempotency.once(
                key,
                to,
                () -> Response.ok(new Changed(
                                ending.handOver(caller, code, to.to().value())))
                        .build());
    }

    /** To whom a scheme goes. */
    @Schema(description = "引き継ぎ先")
    record HandOver(
            @NotNull @Schema(description = "引き継ぐ自治体", examples = "194425")
            LocalGovernmentCode to) {}

    /** How much changed. */
    @Schema(name = "MembershipsChanged")
    record Changed(
            @Schema(description = "会員の数", examples = "3035") long memberships) {}
}
