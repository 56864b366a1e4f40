package jp.kakawari.registry.membership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jp.kakawari.web.Caller;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyMembershipResource {

    private final Caller caller;
    private final ReadMembership reading;

    MyMembershipResource(Caller caller, ReadMembership reading) {
        this.caller = caller;
        this.reading = reading;
    }

    @GET
    @Operation(operationId = "listMyMemberships", summary = "List one's own memberships (本人の会員資格)")
    @APIResponse(
            responseCode = "200",
            description = "A page of memberships in the order in which they were made",
            content = @Content(schema = @Schema(implementation = MembershipResource.MembershipPage.class)))
    public Response listMyMemberships(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.answer(
                uri, page, reading.ownOf(caller, page), MembershipView::id, () -> reading.countOwnOf(caller));
    }
}
