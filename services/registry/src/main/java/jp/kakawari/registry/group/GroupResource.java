package jp.kakawari.registry.group;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.kakawari.registry.Reason;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.ETags;
import jp.kakawari.web.Idempotency;
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
    private final ShowGroups showing;
    private final PutGroup putting;
    private final DissolveGroup dissolving;
    private final Idempotency idempotency;

    GroupResource(
            Groups groups, ShowGroups showing, PutGroup putting, DissolveGroup dissolving, Idempotency idempotency) {
        this.groups = groups;
        this.showing = showing;
        this.putting = putting;
        this.dissolving = dissolving;
        this.idempotency = idempotency;
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
                groups.page(filter, page).stream().map(showing::listed).toList();
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
        return ETags.answer(request, group.revision(), () -> showing.one(group));
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

    @POST
    @Path("/{code}/dissolution")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "dissolveGroup",
            summary = "Dissolve a group that you own, or that was made by mistake (グループの廃止)",
            description = "It stands in no list any more and its boards are closed; members and words are kept.")
    @APIResponse(
            responseCode = "200",
            description = "Dissolved",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "409", description = "It was dissolved, or has committees")
    public Response dissolveGroup(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Reason reason) {
        return idempotency.once(key, reason, () -> ETags.answer(dissolving.dissolve(code, reason.reason())));
    }

    @POST
    @Path("/{code}/restoration")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(operationId = "restoreGroup", summary = "Take back that a group was dissolved (グループの廃止の取消)")
    @APIResponse(
            responseCode = "200",
            description = "As it was",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "409", description = "It was not dissolved, or its council is")
    public Response restoreGroup(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Reason reason) {
        return idempotency.once(key, reason, () -> ETags.answer(dissolving.restore(code, reason.reason())));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "GroupPage")
    record GroupPage(List<GroupView> items, String next, Long count) {}
}
