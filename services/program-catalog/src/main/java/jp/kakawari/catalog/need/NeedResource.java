package jp.kakawari.catalog.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.CacheableAnswer;
import jp.kakawari.japan.LocalGovernmentCode;
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

@Path("/v1/needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "needs", description = "What regions need help with (困りごと)")
class NeedResource {

    private static final String ONE_MINUTE = "public, max-age=60";

    private final Needs needs;
    private final ShowNeeds showing;
    private final PostNeed post;
    private final Idempotency idempotency;
    private final CacheableAnswer answer;

    @Inject
    NeedResource(Needs needs, ShowNeeds showing, PostNeed post, Idempotency idempotency, CacheableAnswer answer) {
        this.showing = showing;
        this.needs = needs;
        this.post = post;
        this.idempotency = idempotency;
        this.answer = answer;
    }

    @POST
    @RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(operationId = "postNeed", summary = "Post a need (困りごと); everybody may read it")
    @APIResponse(
            responseCode = "201",
            description = "The need",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response post(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull NeedSheet sheet) {
        return idempotency.once(key, sheet, () -> {
            NeedView view = post.post(sheet);
            return ETags.created("/v1/needs/" + view.id(), view);
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNeeds", summary = "Needs (困りごと), newest first; open to everybody")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NeedPage.class)))
    public Response list(
            @Parameter(description = "市区町村コード", example = "194425") @QueryParam("municipality")
                    LocalGovernmentCode municipality,
            @BeanParam PageRequest request,
            @Context Request conditions,
            @Context UriInfo uri) {
        Page<Need> page = Page.of(
                needs.newest(municipality, request), request, Needs::position, () -> needs.countOf(municipality));
        var shown = showing.show(page.items());
        Page<NeedView> views = page.map(need -> shown.get(need.id()));
        return answer.to(conditions, views, showing.toEverybody() ? ONE_MINUTE : "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.LINK, Pages.answer(views, uri).getHeaderString(HttpHeaders.LINK))
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readNeed", summary = "A need (困りごと) and the programs that answer it")
    @APIResponse(
            responseCode = "200",
            description = "The need",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response read(@PathParam("id") UUID id) {
        return ETags.answer(showing.show(needs.known(id)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(operationId = "withdrawNeed", summary = "Withdraw one's own need (取り下げ) while no program answers it")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        post.withdraw(id, ifMatch);
        return Response.noContent().build();
    }

    /** For the documentation: a page of needs. */
    private record NeedPage(List<NeedView> items, String next, Long count) {}
}
