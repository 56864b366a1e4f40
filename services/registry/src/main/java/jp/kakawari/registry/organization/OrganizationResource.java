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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
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

@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations", description = "会員団体: the public list of member organisations")
@RunOnVirtualThread
class OrganizationResource {

    private final Organizations organizations;
    private final PutOrganization putting;

    OrganizationResource(Organizations organizations, PutOrganization putting) {
        this.organizations = organizations;
        this.putting = putting;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listOrganizations", summary = "List the member organisations (会員団体一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of organisations",
            content = @Content(schema = @Schema(implementation = OrganizationPage.class)))
    public Response listOrganizations(
            @QueryParam("kind") @Parameter(description = "種別", example = "GOVERNMENT") Kind kind,
            @QueryParam("government") @Parameter(description = "全国地方公共団体コード", example = "212172")
                    LocalGovernmentCode government,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Organizations.Filter(kind, government);
        List<OrganizationView> found = organizations.page(filter, page).stream()
                .map(OrganizationView::of)
                .toList();
        Long count = page.count() ? organizations.count(filter) : null;
        return Pages.answer(Page.of(found, page, organization -> Cursor.of(organization.id()), count), uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readOrganization", summary = "Read a member organisation (会員団体)")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response readOrganization(
            @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID id,
            @Context Request request) {
        Organization organization = organizations.findByIdOptional(id).orElseThrow(NotFound::new);
        return ETags.answer(request, organization.revision(), () -> OrganizationView.of(organization));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(
            operationId = "putOrganization",
            summary = "List a member organisation or state it anew (会員団体の登録・更新)",
            description = "Without If-Match for a new one; saying the same again changes nothing and needs none.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    public Response putOrganization(
            @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OrganizationRequest request) {
        OrganizationView view = putting.put(id, request, ifMatch);
        return Response.ok(view).tag(ETags.of(view.revision())).build();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "OrganizationPage")
    record OrganizationPage(List<OrganizationView> items, String next, Long count) {}
}
