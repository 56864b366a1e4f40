package jp.kakawari.registry.digest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/digest-subscription")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "digests")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class DigestSubscriptionResource {

    private final SubscribeDigest subscribing;
    private final Caller caller;
    private final Idempotency idempotency;

    DigestSubscriptionResource(SubscribeDigest subscribing, Caller caller, Idempotency idempotency) {
        this.subscribing = subscribing;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(operationId = "readDigestSubscription", summary = "Read who is told what is new (ダイジェストの購読)")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = DigestView.class)))
    public Response readDigestSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality) {
        caller.mustActFor(municipality.value());
        return ETags.answer(subscribing.read(municipality.value()));
    }

    @PUT
    @Operation(
            operationId = "putDigestSubscription",
            summary = "Have desks told what is new in the country (ダイジェストの購読の設定)",
            description = "New public announcements and programs, by mail. The first time without If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = DigestView.class)))
    public Response putDigestSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DigestRequest request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(subscribing.put(municipality.value(), ifMatch, request));
    }

    @DELETE
    @Operation(operationId = "endDigestSubscription", summary = "End the digest (ダイジェストの停止)")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endDigestSubscription(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        caller.mustActFor(municipality.value());
        subscribing.end(municipality.value(), ifMatch);
    }

    @POST
    @Path("/sendings")
    @Operation(
            operationId = "sendDigestNow",
            summary = "Have the digest sent now (ダイジェストの即時配信)",
            description = "What is new since the last one; nothing is sent where nothing is.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent within seconds",
            content = @Content(schema = @Schema(implementation = DigestView.class)))
    public Response sendDigestNow(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                () -> Response.accepted(subscribing.hurry(municipality.value())).build());
    }
}
