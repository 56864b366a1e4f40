package jp.kakawari.registry.membership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "memberships", description = "会員: supporters in the schemes of a municipality")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class MembershipResource {

    private final Memberships memberships;
    private final Caller caller;
    private final ShowMemberships showing;

    MembershipResource(Memberships memberships, Caller caller, ShowMemberships showing) {
        this.memberships = memberships;
        this.caller = caller;
        this.showing = showing;
    }

    @GET
    @Operation(
            operationId = "listMemberships",
            summary = "List a municipality's memberships (会員一覧)",
            description =
                    "Active and ended ones that this municipality keeps, not those of others that run the same scheme.")
    @APIResponse(
            responseCode = "200",
            description = "A page of memberships in the order in which they were made",
            content = @Content(schema = @Schema(implementation = MembershipPage.class)))
    public Response listMemberships(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("scheme") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode scheme,
            @QueryParam("supporter") @Parameter(description = "関係人口のID") UUID supporter,
            @QueryParam("tier") @Parameter(description = "会員種別, together with scheme", example = "regular") String tier,
            @QueryParam("state") @Parameter(description = "会員の状態", example = "ACTIVE") MembershipState state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        if (tier != null && scheme == null) {
            throw new InvalidParameter("tier", "goes with scheme", "scheme も指定してください");
        }
        var filter = new Memberships.Filter(scheme == null ? null : scheme.value(), supporter, tier, state);
        List<MembershipView> found = showing.to(caller, memberships.page(municipality.value(), filter, page));
        return Pages.answer(
                uri, page, found, MembershipView::id, () -> memberships.count(municipality.value(), filter));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMembership", summary = "Read a membership (会員)")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response readMembership(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return ETags.answer(memberships
                .of(municipality.value(), id)
                .map(membership -> showing.to(caller, membership))
                .orElseThrow(NotFound::new));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "MembershipPage")
    record MembershipPage(List<MembershipView> items, String next, Long count) {}
}
