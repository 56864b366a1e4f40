package jp.kakawari.registry.provision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.Caller;
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

@Path("/v1/recipients/{recipient}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recipients")
@RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
@RunOnVirtualThread
class RecipientResource {

    private final ConsentedReads reads;
    private final Provisions provisions;
    private final Caller caller;

    RecipientResource(ConsentedReads reads, Provisions provisions, Caller caller) {
        this.reads = reads;
        this.provisions = provisions;
        this.caller = caller;
    }

    @GET
    @Path("/supporters")
    @Operation(
            operationId = "listConsentedSupporters",
            summary = "Read those who consented that you do (同意に基づく提供)",
            description = """
                    Of each only the fields of their consent. They see that you read them, and what you were given is recorded
                    (第三者提供記録). Whoever withdraws is not in the next page.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of supporters",
            content = @Content(schema = @Schema(implementation = ConsentedPage.class)))
    public Response listConsentedSupporters(
            @PathParam("recipient") @Parameter(description = "提供先: yourself", example = "212172") Recipient recipient,
            @QueryParam("purpose") @DefaultValue("PROVISION") @Parameter(description = "目的", example = "PROVISION")
                    Purpose purpose,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new ConsentedReads.Filter(null, null, null);
        List<ConsentedSupporter> found = reads.page(recipient, purpose, filter, page);
        return Pages.answer(uri, page, found, ConsentedSupporter::id, () -> reads.count(recipient, purpose, filter));
    }

    @GET
    @Path("/supporters/{id}")
    @Operation(
            operationId = "readConsentedSupporter",
            summary = "Read somebody who consented that you do (同意に基づく個別の提供)",
            description = "The fields of their consent; to whoever has none they don't exist.")
    @APIResponse(responseCode = "200", description = "The supporter")
    public ConsentedSupporter readConsentedSupporter(
            @PathParam("recipient") @Parameter(description = "提供先: yourself", example = "212172") Recipient recipient,
            @PathParam("id") UUID id,
            @QueryParam("purpose") @DefaultValue("PROVISION") @Parameter(description = "目的", example = "PROVISION")
                    Purpose purpose) {
        return reads
                .page(recipient, purpose, new ConsentedReads.Filter(id, null, null), new PageRequest(1, null, false))
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GET
    @Path("/provisions")
    @Operation(
            operationId = "listProvisions",
            summary = "See what you were given (受領した第三者提供の記録)",
            description = "Newest first: when, whose, which fields, under which consent and terms.")
    @APIResponse(
            responseCode = "200",
            description = "A page of provisions",
            content = @Content(schema = @Schema(implementation = ProvisionPage.class)))
    public Response listProvisions(
            @PathParam("recipient") @Parameter(description = "提供先: yourself", example = "212172") Recipient recipient,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        recipient.mustBe(caller);
        return Pages.answer(
                uri, page, provisions.to(recipient, page), Provision::id, () -> provisions.countTo(recipient));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ConsentedSupporterPage")
    record ConsentedPage(List<ConsentedSupporter> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ProvisionPage")
    record ProvisionPage(List<Provision> items, String next, Long count) {}
}
