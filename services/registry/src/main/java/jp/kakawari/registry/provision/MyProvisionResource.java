package jp.kakawari.registry.provision;

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
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/provisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyProvisionResource {

    private final Provisions provisions;
    private final Caller caller;

    MyProvisionResource(Provisions provisions, Caller caller) {
        this.provisions = provisions;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listMyProvisions",
            summary = "See who was given what of one's data (本人の第三者提供記録)",
            description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of provisions",
            content = @Content(schema = @Schema(implementation = RecipientResource.ProvisionPage.class)))
    public Response listMyProvisions(@BeanParam PageRequest page, @Context UriInfo uri) {
        UUID me = caller.supporter().orElseThrow(NotYours::new);
        return Pages.answer(uri, page, provisions.of(me, page), Provision::id, () -> provisions.countOf(me));
    }
}
