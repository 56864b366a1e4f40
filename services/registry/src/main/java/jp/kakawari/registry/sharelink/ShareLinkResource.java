package jp.kakawari.registry.sharelink;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/v1/schemes/{code}/memberships/{membership}/share-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "share-links", description = "紹介リンク: how members tell others of programs")
@RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
@RunOnVirtualThread
class ShareLinkResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final ShareProgram sharing;
    private final ShareLinks links;

    ShareLinkResource(Caller caller, Idempotency idempotency, ShareProgram sharing, ShareLinks links) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.sharing = sharing;
        this.links = links;
    }

    @POST
    @Operation(
            operationId = "shareProgram",
            summary = "Get a member's link to a program (紹介リンクの発行)",
            description = "One for each program; asked again, the same.")
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(schema = @Schema(implementation = ShareLinkView.class)))
    public Response shareProgram(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Share share) {
        return idempotency.once(
                key,
                share,
                () -> Response.ok(sharing.share(caller, code, membership, share.program()))
                        .build());
    }

    @GET
    @Operation(
            operationId = "listShareLinks",
            summary = "List a member's links and how often they were followed (紹介リンクの閲覧数)")
    @APIResponse(
            responseCode = "200",
            description = "A page of links",
            content = @Content(schema = @Schema(implementation = LinkPage.class)))
    public Response listShareLinks(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        List<ShareLinkView> found = sharing.page(caller, code, membership, page);
        return Pages.answer(uri, page, found, ShareLinkView::program, () -> links.count(membership));
    }

    /** To what. */
    @Schema(name = "Share", description = "紹介するプログラム")
    record Share(@NotNull UUID program) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "ShareLinkPage")
    record LinkPage(List<ShareLinkView> items, String next, Long count) {}
}
