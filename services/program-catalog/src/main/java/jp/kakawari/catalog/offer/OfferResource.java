package jp.kakawari.catalog.offer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/programs/{id}/offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "offers", description = "What carriers and other partners offer to those who go to a program (交通・宿泊等の提供)")
class OfferResource {

    private final MakeOffer offers;
    private final Idempotency idempotency;

    @Inject
    OfferResource(MakeOffer offers, Idempotency idempotency) {
        this.offers = offers;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "attachOffer", summary = "Attach an offer with a link to a public program (提供の登録)")
    @APIResponse(
            responseCode = "201",
            description = "The offer",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response attach(
            @PathParam("id") UUID program,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull OfferSheet sheet) {
        return idempotency.once(key, sheet, () -> {
            OfferView view = offers.attach(program, sheet);
            return ETags.created("/v1/programs/" + program + "/offers/" + view.id(), view);
        });
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOffers",
            summary = "Offers (提供) beside a program that are not over; open to everybody")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were made",
            content = @Content(schema = @Schema(implementation = OfferPage.class)))
    public Response list(@PathParam("id") UUID program, @BeanParam PageRequest request, @Context UriInfo uri) {
        return Pages.answer(offers.page(program, request), uri);
    }

    @PUT
    @Path("/{offer}")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "reviseOffer", summary = "Change one's own offer (提供の更新)")
    @APIResponse(
            responseCode = "200",
            description = "The offer",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response revise(
            @PathParam("id") UUID program,
            @PathParam("offer") UUID offer,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull OfferSheet sheet) {
        return ETags.answer(offers.revise(program, offer, sheet, ifMatch));
    }

    @DELETE
    @Path("/{offer}")
    @RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY, Roles.SECRETARIAT})
    @Operation(
            operationId = "removeOffer",
            summary = "Take an offer off (提供の取下げ), by its partner or by the program's host")
    @APIResponse(responseCode = "204", description = "Gone")
    public Response remove(
            @PathParam("id") UUID program, @PathParam("offer") UUID offer, @HeaderParam("If-Match") String ifMatch) {
        offers.remove(program, offer, ifMatch);
        return Response.noContent().build();
    }

    /** For the documentation: a page of offers. */
    private record OfferPage(List<OfferView> items, String next, Long count) {}
}
