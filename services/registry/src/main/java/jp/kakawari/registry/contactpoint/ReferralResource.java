package jp.kakawari.registry.contactpoint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.Reason;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contact-points/{point}/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-points")
@RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
@RunOnVirtualThread
class ReferralResource {

    private final TakeBackReferral referrals;
    private final Idempotency idempotency;

    ReferralResource(TakeBackReferral referrals, Idempotency idempotency) {
        this.referrals = referrals;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(
            operationId = "listReferrals",
            summary = "List what a contact point that serves you recorded (紹介の記録の一覧)",
            description = "Newest first; also what was taken back, with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "A page of records",
            content = @Content(schema = @Schema(implementation = ReferralPage.class)))
    public Response listReferrals(@PathParam("point") UUID point, @BeanParam PageRequest page, @Context UriInfo uri) {
        List<ReferralView> found = referrals.page(point, page);
        return Pages.answer(uri, page, found, ReferralView::id, () -> referrals.count(point));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "takeBackReferral",
            summary = "Take back what was recorded by mistake (紹介の記録の取消)",
            description = "It stays in the list, with the reason, and is not counted any more.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back already")
    public Response takeBackReferral(
            @PathParam("point") UUID point,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Reason reason) {
        return idempotency.once(
                key,
                reason,
                () -> Response.ok(referrals.takeBack(point, id, reason.reason()))
                        .build());
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ReferralPage")
    record ReferralPage(List<ReferralView> items, String next, Long count) {}
}
