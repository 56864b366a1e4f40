package jp.kakawari.registry.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
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

@Path("/v1/recipients/{recipient}/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recipients", description = "提供先: what recipients ask people to consent to, and what they are given")
@RunOnVirtualThread
class TermsResource {

    private final AllTerms terms;
    private final PutTerms putting;
    private final Caller caller;

    TermsResource(AllTerms terms, PutTerms putting, Caller caller) {
        this.caller = caller;
        this.terms = terms;
        this.putting = putting;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listConsentTerms", summary = "List what a recipient asks people to consent to (同意の条件一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of terms in force, one for each purpose",
            content = @Content(schema = @Schema(implementation = TermsPage.class)))
    public Response listConsentTerms(
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        boolean own = recipient.is(caller);
        List<TermsView> found = terms.page(recipient, page).stream()
                .map(one -> own ? one.toRecipient() : one)
                .toList();
        return Pages.answer(uri, page, found, one -> one.purpose().name(), () -> terms.count(recipient));
    }

    @GET
    @Path("/{purpose}")
    @PermitAll
    @Operation(
            operationId = "readConsentTerms",
            summary = "Read what a recipient asks people to consent to (同意の条件)",
            description = "The version in force, or an older one.")
    @APIResponse(
            responseCode = "200",
            description = "The terms",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    public Response readConsentTerms(
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @QueryParam("version") @Parameter(description = "版", example = "1") Integer version) {
        TermsView found = (version == null
                        ? terms.newest(recipient, purpose)
                        : terms.version(recipient, purpose, version))
                .orElseThrow(NotFound::new);
        return answer(version == null && recipient.is(caller) ? found.toRecipient() : found);
    }

    @PUT
    @Path("/{purpose}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "putConsentTerms",
            summary = "State what you ask people to consent to (同意の条件の登録・改定)",
            description = """
                    Without If-Match the first time; a change is the next version and needs the one before. Saying the same again
                    changes nothing. Whoever consented to an older version gives you what that one asked for, no more.""")
    @APIResponse(
            responseCode = "200",
            description = "The terms in force",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    public Response putConsentTerms(
            @PathParam("recipient") @Parameter(description = "提供先: yourself", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull TermsRequest request) {
        return answer(putting.put(recipient, purpose, request, ifMatch).toRecipient());
    }

    private static Response answer(TermsView view) {
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ConsentTermsPage")
    record TermsPage(List<TermsView> items, String next, Long count) {}
}
