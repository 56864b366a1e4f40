package jp.kakawari.registry.supporter;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/supporters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supporters", description = "関係人口: records that an organisation registered, and the person's own")
@RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY, Roles.SUPPORTER})
@RunOnVirtualThread
class SupporterResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final RegisterSupporter registering;
    private final ReadSupporter reading;
    private final CorrectSupporter correcting;
    private final RemoveSupporter removing;
    private final WithdrawGuardian withdrawing;

    SupporterResource(
            Caller caller,
            Idempotency idempotency,
            RegisterSupporter registering,
            ReadSupporter reading,
            CorrectSupporter correcting,
            RemoveSupporter removing,
            WithdrawGuardian withdrawing) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.registering = registering;
        this.reading = reading;
        this.correcting = correcting;
        this.removing = removing;
        this.withdrawing = withdrawing;
    }

    @POST
    @RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY})
    @Operation(
            operationId = "registerSupporter",
            summary = "Register a supporter (関係人口の登録)",
            description = "For the organisation that calls; a municipality registers for itself.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response registerSupporter(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull SupporterRequest request) {
        return idempotency.once(key, request, () -> {
            Registered registered = registering.register(request, Actor.of(caller));
            return ETags.created("/v1/supporters/" + registered.id(), registered);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readSupporter",
            summary = "Read a supporter (関係人口の閲覧)",
            description = "For the organisation that registered them, whose read is recorded, and for the person.")
    @APIResponse(
            responseCode = "200",
            description = "The supporter",
            content = @Content(schema = @Schema(implementation = SupporterView.class)))
    public Response readSupporter(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, reading.read(id, Actor.of(caller)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "correctSupporter",
            summary = "Correct a supporter (関係人口の訂正)",
            description =
                    "JSON Merge Patch (RFC 7396) of profile, ties and channel; the new revision is the ETag. "
                            + "That somebody came of age (成年) shows as soon as it is corrected, else on the first of the next month.")
    @APIResponse(responseCode = "204", description = "Corrected")
    public Response correctSupporter(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SupporterRequest.class))) @NotNull
                    JsonNode patch) {
        long revision = correcting.correct(id, ifMatch, patch, Actor.of(caller));
        return Response.noContent().tag(ETags.of(revision)).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeSupporter",
            summary = "Remove a supporter (関係人口の削除)",
            description = "Personal data, pseudonym and account are gone at once and ties end; sums of the past stay.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response removeSupporter(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        removing.remove(id, ifMatch, Actor.of(caller));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}/guardian")
    @Operation(
            operationId = "withdrawGuardian",
            summary = "Record that a guardian took their consent back (保護者の同意の撤回)",
            description = WithdrawGuardian.WHAT_FOLLOWS)
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response withdrawGuardian(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        long revision = withdrawing.withdraw(id, ifMatch, Actor.of(caller));
        return Response.noContent().tag(ETags.of(revision)).build();
    }
}
