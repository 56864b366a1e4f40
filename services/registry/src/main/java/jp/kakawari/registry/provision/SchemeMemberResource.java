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
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recipients")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SchemeMemberResource {

    private final ConsentedReads reads;
    private final HoldScheme schemes;
    private final Caller caller;

    SchemeMemberResource(ConsentedReads reads, HoldScheme schemes, Caller caller) {
        this.reads = reads;
        this.schemes = schemes;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listConsentedMembers",
            summary = "Find members of a scheme by what they can do (同意した会員の検索)",
            description = """
                    For a municipality that runs the scheme: members of today who consented that you use their profile for this
                    purpose, and of them only the fields that they consented to; whoever did not consent isn't counted either.
                    Recorded as a provision.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of members",
            content = @Content(schema = @Schema(implementation = RecipientResource.ConsentedPage.class)))
    public Response listConsentedMembers(
            @PathParam("code") @Parameter(description = "制度コード", example = "hida-fanclub") SchemeCode code,
            @QueryParam("skill") @Parameter(description = "できること", example = "翻訳") String skill,
            @QueryParam("purpose") @DefaultValue("MATCHING") @Parameter(description = "目的", example = "MATCHING")
                    Purpose purpose,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        if (caller.government().filter(own -> schemes.isRunBy(code, own)).isEmpty()) {
            throw new NotYours();
        }
        Recipient me = Recipient.of(caller);
        var filter = new ConsentedReads.Filter(null, code.value(), skill);
        List<ConsentedSupporter> found = reads.page(me, purpose, filter, page);
        return Pages.answer(uri, page, found, ConsentedSupporter::id, () -> reads.count(me, purpose, filter));
    }
}
