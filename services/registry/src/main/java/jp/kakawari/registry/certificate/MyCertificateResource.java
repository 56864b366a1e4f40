package jp.kakawari.registry.certificate;

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
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyCertificateResource {

    private final Caller caller;
    private final Certificates certificates;

    MyCertificateResource(Caller caller, Certificates certificates) {
        this.caller = caller;
        this.certificates = certificates;
    }

    @GET
    @Operation(operationId = "listMyCertificates", summary = "List one's own certificates (本人の認定証)")
    @APIResponse(
            responseCode = "200",
            description = "A page of certificates in the order in which they were issued",
            content = @Content(schema = @Schema(implementation = CertificateResource.CertificatePage.class)))
    public Response listMyCertificates(@BeanParam PageRequest page, @Context UriInfo uri) {
        var own = new Certificates.Filter(null, null, caller.supporter().orElseThrow(NotYours::new));
        return Pages.answer(
                uri, page, certificates.page(own, page), CertificateView::id, () -> certificates.count(own));
    }
}
