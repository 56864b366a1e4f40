package jp.kakawari.registry.supporter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalRead;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me", description = "本人: a person's own record and who read it")
@RolesAllowed(Roles.SUPPORTER)
@RunOnVirtualThread
class MeResource {

    private final Caller caller;
    private final ReadSupporter reading;
    private final KeepOwnRecord keeping;
    private final PersonalReads reads;
    private final WithdrawGuardian withdrawing;

    MeResource(
            Caller caller,
            ReadSupporter reading,
            KeepOwnRecord keeping,
            PersonalReads reads,
            WithdrawGuardian withdrawing) {
        this.caller = caller;
        this.reading = reading;
        this.keeping = keeping;
        this.reads = reads;
        this.withdrawing = withdrawing;
    }

    @GET
    @Operation(operationId = "readMe", summary = "Read one's own record (本人情報の閲覧)")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(schema = @Schema(implementation = SupporterView.class)))
    public Response readMe(@Context Request request) {
        Actor me = Actor.of(caller);
        return ETags.answer(request, reading.read(me.person(), me));
    }

    @PUT
    @Operation(
            operationId = "keepMe",
            summary = "Register or replace one's own record (本人による登録・更新)",
            description =
                    "The first time without If-Match; from then on with the revision that is replaced. "
                            + "That somebody came of age (成年) shows as soon as it is kept, else on the first of the next month.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response keepMe(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull SupporterRequest request) {
        return ETags.answer(keeping.keep(request, ifMatch, Actor.of(caller)));
    }

    @DELETE
    @Path("/guardian")
    @Operation(
            operationId = "withdrawMyGuardian",
            summary = "Tell that one's guardian took their consent back (保護者の同意の撤回)",
            description = WithdrawGuardian.WHAT_FOLLOWS)
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response withdrawMyGuardian(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Actor me = Actor.of(caller);
        long revision = withdrawing.withdraw(me.person(), ifMatch, me);
        return Response.noContent().tag(ETags.of(revision)).build();
    }

    @GET
    @Path("/reads")
    @Operation(
            operationId = "listMyReads",
            summary = "See who read one's data (閲覧記録)",
            description = "Newest first; a person's own reads are not recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reads",
            content = @Content(schema = @Schema(implementation = Reads.class)))
    public Response listMyReads(@BeanParam PageRequest page, @Context UriInfo uri) {
        UUID me = Actor.of(caller).person();
        return Pages.answer(uri, page, reads.of(me, page), PersonalRead::id, () -> reading.readsOf(me));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "PersonalReadPage")
    record Reads(List<PersonalRead> items, String next, Long count) {}
}
