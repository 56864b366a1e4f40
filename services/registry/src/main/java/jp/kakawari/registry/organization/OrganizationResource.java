package jp.kakawari.registry.organization;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "organizations",
        description = "会員団体: the public directory of member organisations, and how one becomes one")
@RunOnVirtualThread
class OrganizationResource {

    private final ShowOrganizations showing;
    private final PutOrganization putting;
    private final WriteProfile writing;

    OrganizationResource(ShowOrganizations showing, PutOrganization putting, WriteProfile writing) {
        this.showing = showing;
        this.putting = putting;
        this.writing = writing;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOrganizations",
            summary = "List or search the member organisations (会員団体一覧・できることの検索)",
            description = "A contact stands here only with consent to its publication.")
    @APIResponse(
            responseCode = "200",
            description = "A page of organisations",
            content = @Content(schema = @Schema(implementation = OrganizationPage.class)))
    public Response listOrganizations(
            @BeanParam OrganizationSearch search, @BeanParam PageRequest page, @Context UriInfo uri) {
        var filter = search.filter();
        return Pages.answer(uri, page, showing.page(filter, page), OrganizationView::id, () -> showing.count(filter));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "readOrganization",
            summary = "Read a member organisation (会員団体)",
            description = "Applications are shown to the organisation itself and to the secretariat only.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response readOrganization(
            @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID id,
            @Context Request request) {
        return ETags.answer(request, showing.one(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "putOrganization",
            summary = "List a member organisation or state it anew (会員団体の登録・更新)",
            description = """
                    Without If-Match for a new one; saying the same again changes nothing and needs none. Another state must be one
                    that the present one allows. What the organisation says of itself (profile) stays.""")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response putOrganization(
            @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OrganizationRequest request) {
        return ETags.answer(putting.put(id, request, ifMatch));
    }

    @PUT
    @Path("/{id}/profile")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "writeOrganizationProfile",
            summary = "Write the profile of your organisation: what it can do, whom to ask (プロフィール・できることリスト・連絡先の更新)")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response writeOrganizationProfile(
            @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ProfileRequest request) {
        return ETags.answer(writing.write(id, request, ifMatch));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "OrganizationPage")
    record OrganizationPage(List<OrganizationView> items, String next, Long count) {}
}
