package jp.kakawari.registry.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/memberships/{membership}/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "credentials", description = "会員証: cards of members, and what they are good for")
@RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
@RunOnVirtualThread
class IssueResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final IssueCard issuing;

    IssueResource(Caller caller, Idempotency idempotency, IssueCard issuing) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.issuing = issuing;
    }

    @POST
    @Operation(
            operationId = "issueCredential",
            summary = "Issue a member's card (会員証の発行)",
            description = "An earlier card of the same membership is revoked. It holds while the membership does.")
    @APIResponse(
            responseCode = "201",
            description = "The card, with its signed form",
            content = @Content(schema = @Schema(implementation = CardView.class)))
    public Response issueCredential(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @PathParam("membership") UUID membership,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, "credential", () -> {
            CardView card = issuing.issue(caller, code, membership);
            return Response.created(URI.create(card.verification()))
                    .entity(card)
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listCredentials",
            summary = "List the cards of a membership (発行済みの会員証)",
            description = "At most one is in use; the others were revoked, and say why.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cards in the order in which they were issued",
            content = @Content(schema = @Schema(implementation = IssuedCardPage.class)))
    public Response listCredentials(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @PathParam("membership") UUID membership,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(issuing.issued(caller, code, membership, page), uri);
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "IssuedCredentialPage")
    record IssuedCardPage(List<IssuedCard> items, String next, Long count) {}
}
