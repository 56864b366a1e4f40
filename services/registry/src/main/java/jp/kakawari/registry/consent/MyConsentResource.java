package jp.kakawari.registry.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MyConsentResource {

    private final ReadConsents reading;
    private final DecideConsent deciding;
    private final Idempotency idempotency;

    MyConsentResource(ReadConsents reading, DecideConsent deciding, Idempotency idempotency) {
        this.reading = reading;
        this.deciding = deciding;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/consents")
    @Operation(
            operationId = "listMyConsents",
            summary = "List one's own consents (本人の同意一覧)",
            description = "Also what only a municipality's list said: revision 0, through LIST.")
    @APIResponse(
            responseCode = "200",
            description = "A page of consents in the order of purpose and recipient",
            content = @Content(schema = @Schema(implementation = ConsentPage.class)))
    public Response listMyConsents(
            @QueryParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @QueryParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @QueryParam("state") @Parameter(description = "状態", example = "GIVEN") ConsentState state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Consents.Filter(purpose, recipient == null ? null : recipient.value(), state);
        List<ConsentView> found = reading.own(filter, page);
        return Pages.answer(
                Page.of(
                        found,
                        page,
                        consent -> Cursor.of(consent.purpose().name(), consent.recipient()),
                        () -> reading.countOwn(filter)),
                uri);
    }

    @PUT
    @Path("/consents/{recipient}/{purpose}")
    @Operation(
            operationId = "decideMyConsent",
            summary = "Give, refuse or withdraw a consent (同意・不同意・撤回)",
            description =
                    "To the terms in force. Without If-Match the first time; from then on with the revision that is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The consent",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response decideMyConsent(
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ConsentRequest request) {
        return ETags.answer(deciding.decide(reading.me(), recipient, purpose, request, ifMatch));
    }

    @POST
    @Path("/consents/{recipient}/{purpose}/withdrawal")
    @Operation(
            operationId = "withdrawMyConsent",
            summary = "Withdraw a consent (同意の撤回)",
            description = "At once, whatever its revision: the next read is refused and the recipient is told.")
    @APIResponse(
            responseCode = "200",
            description = "The consent",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response withdrawMyConsent(
            @PathParam("recipient") @Parameter(description = "提供先", example = "212172") Recipient recipient,
            @PathParam("purpose") @Parameter(description = "目的", example = "MATCHING") Purpose purpose,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(deciding.withdraw(reading.me(), recipient, purpose)));
    }

    @GET
    @Path("/consent-history")
    @Operation(
            operationId = "listMyConsentHistory",
            summary = "See each step of one's consents (本人の同意の履歴)",
            description = "Newest first: when, to which terms, and through whom.")
    @APIResponse(
            responseCode = "200",
            description = "A page of steps",
            content = @Content(schema = @Schema(implementation = StepPage.class)))
    public Response listMyConsentHistory(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.answer(uri, page, reading.ownSteps(page), ConsentStep::id, reading::countOwnSteps);
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ConsentPage")
    record ConsentPage(List<ConsentView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ConsentStepPage")
    record StepPage(List<ConsentStep> items, String next, Long count) {}
}
