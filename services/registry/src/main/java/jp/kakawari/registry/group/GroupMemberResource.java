package jp.kakawari.registry.group;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
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

@Path("/v1/groups/{code}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups")
@RunOnVirtualThread
class GroupMemberResource {

    private final Groups groups;
    private final Members members;
    private final ChangeMembers changing;
    private final GroupRights rights;

    GroupMemberResource(Groups groups, Members members, ChangeMembers changing, GroupRights rights) {
        this.rights = rights;
        this.groups = groups;
        this.members = members;
        this.changing = changing;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listGroupMembers", summary = "List the members of a group (会員名簿)")
    @APIResponse(
            responseCode = "200",
            description = "A page of active members in the order of their ids",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Response listGroupMembers(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @QueryParam("memberClass") @Parameter(description = "会員区分", example = "GOVERNMENT") MemberClass memberClass,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        Group group =
                groups.findByIdOptional(code.value()).filter(Group::stands).orElseThrow(NotFound::new);
        List<String> allowed = rights.speaksFor(group.owner()) ? List.of("change", "remove") : List.of();
        List<MemberView> found = members.page(code, memberClass, page, allowed);
        return Pages.answer(uri, page, found, MemberView::organization, () -> members.count(code, memberClass));
    }

    @PUT
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "replaceGroupMembers",
            summary = "Say who belongs to a group, all at once (会員名簿の入替え)",
            description = "If-Match is the group's ETag. Who is not listed belongs to it no longer,"
                    + " except suspended organisations, which are not shown.")
    @APIResponse(responseCode = "204", description = "So they are; the ETag is the group's")
    public Response replaceGroupMembers(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull MemberList list) {
        return answer(changing.replaceAll(code, list, ifMatch));
    }

    @PUT
    @Path("/{organization}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "putGroupMember",
            summary = "Add an organisation to a group or change its class or role (会員の追加・変更)",
            description = "If-Match is the group's ETag.")
    @APIResponse(responseCode = "204", description = "It belongs to it; the ETag is the group's")
    @APIResponse(responseCode = "409", description = "The group has a chair already")
    public Response putGroupMember(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("organization") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID organization,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull MemberRequest request) {
        return answer(changing.put(code, organization, request, ifMatch));
    }

    @DELETE
    @Path("/{organization}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
    @Operation(
            operationId = "removeGroupMember",
            summary = "Remove an organisation from a group (会員の削除)",
            description = "If-Match is the group's ETag.")
    @APIResponse(responseCode = "204", description = "Removed; the ETag is the group's")
    public Response removeGroupMember(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("organization") @Parameter(example = "00000000-0000-7000-8000-000000212172") UUID organization,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(changing.remove(code, organization, ifMatch));
    }

    private static Response answer(long revision) {
        return Response.noContent().tag(ETags.of(revision)).build();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "GroupMemberPage")
    record MemberPage(List<MemberView> items, String next, Long count) {}
}
