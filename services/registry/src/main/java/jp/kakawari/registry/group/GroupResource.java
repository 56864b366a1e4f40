package jp.kakawari.registry.group;

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
import jp.kakawari.registry.Slug;
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

@Path("/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups", description = "協議会・部会・ネットワーク: groups of member organisations")
@RunOnVirtualThread
class GroupResource {

    private final Groups groups;
    private final PutGroup putting;

    GroupResource(Groups groups, PutGroup putting) {
        this.groups = groups;
        this.putting = putting;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listGroups", summary = "List groups of organisations (協議会・部会・ネットワーク一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of groups in the order of their codes",
            content = @Content(schema = @Schema(implementation = GroupPage.class)))
    public Response listGroups(
            @QueryParam("kind") @Parameter(description = "種別", example = "COMMITTEE") GroupKind kind,
            @QueryParam("parent") @Parameter(description = "親の協議会", example = "nichiiki-kyogikai") Slug parent,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Groups.Filter(kind, parent);
        List<GroupView> found =
                groups.page(filter, page).stream().map(GroupView::of).toList();
        return Pages.answer(uri, page, found, GroupView::code, () -> groups.count(filter));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "readGroup", summary = "Read a group of organisations (協議会・部会・ネットワーク)")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response readGroup(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @Context Request request) {
        Group group = groups.findByIdOptional(code.value()).orElseThrow(NotFound::new);
        return ETags.answer(request, group.revision(), () -> GroupView.of(group));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "putGroup",
            summary = "State a group that you own (協議会・部会・ネットワークの登録・更新)",
            description = """
                    Without If-Match for a new one; saying the same again changes nothing and needs none. Councils are made by the
                    secretariat, and only it gives a group to another owner.""")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response putGroup(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull GroupRequest request) {
        return ETags.answer(putting.put(code, request, ifMatch));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "GroupPage")
    record GroupPage(List<GroupView> items, String next, Long count) {}
}
