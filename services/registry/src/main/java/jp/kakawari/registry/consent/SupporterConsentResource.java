package jp.kakawari.registry.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/supporters/{id}/consents/{recipient}/{purpose}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supporters")
@RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY})
@RunOnVirtualThread
class SupporterConsentResource {

    private final DecideConsent deciding;

    SupporterConsentResource(DecideConsent deciding) {
        this.deciding = deciding;
    }

    @GET
    @Operation(
            operationId = "readSupporterConsent",
            summary = "Read a consent of somebody whom you registered (登録した方の同意)",
            description = "A municipality sees those to itself.")
    @APIResponse(
            responseCode = "200",
            description = "The consent",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response readSupporterConsent(
            @PathParam("id") UUID id,
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @Context Request request) {
        return ETags.answer(request, deciding.read(id, recipient, purpose).toRegistrant());
    }

    @PUT
    @Operation(
            operationId = "recordSupporterConsent",
            summary = "Record what somebody told you whom you registered (書面・電話等による同意の記録)",
            description = """
                    With the way in which they told you. What they refused or withdrew themselves stays so (409). A municipality
                    records consents to itself.""")
    @APIResponse(
            responseCode = "200",
            description = "The consent",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response recordSupporterConsent(
            @PathParam("id") UUID id,
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ConsentRequest request) {
        return ETags.answer(
                deciding.decide(id, recipient, purpose, request, ifMatch).toRegistrant());
    }
}
