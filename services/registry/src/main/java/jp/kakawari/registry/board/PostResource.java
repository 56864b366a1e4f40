package jp.kakawari.registry.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import jp.kakawari.registry.Reason;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.ETags;
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

@Path("/v1/groups/{code}/threads/{thread}/posts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "boards")
@RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
@RunOnVirtualThread
class PostResource {

    private final ReadBoard reading;
    private final WriteOnBoard writing;
    private final Idempotency idempotency;

    PostResource(ReadBoard reading, WriteOnBoard writing, Idempotency idempotency) {
        this.reading = reading;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "writeBoardPost", summary = "Write in a thread of your group (投稿)")
    @APIResponse(
            responseCode = "201",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response writeBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull PostRequest request) {
        return idempotency.once(key, request, () -> {
            PostView view = writing.post(code, thread, request);
            return ETags.created("/v1/groups/" + code + "/threads/" + thread + "/posts/" + view.id(), view);
        });
    }

    @GET
    @Operation(operationId = "listBoardPosts", summary = "List the posts of a thread (投稿一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of posts in the order in which they were written",
            content = @Content(schema = @Schema(implementation = BoardPostPage.class)))
    public Response listBoardPosts(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(reading.posts(code, thread, page), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readBoardPost", summary = "Read a post (投稿)")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    public Response readBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @Context Request request) {
        return ETags.answer(request, reading.post(code, thread, id));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "editBoardPost",
            summary = "Change your post (投稿の編集)",
            description = "What it said before stays readable in its history.")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response editBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull PostRequest request) {
        return ETags.answer(writing.edit(code, thread, id, request, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "withdrawBoardPost",
            summary = "Withdraw your post (投稿の取下げ)",
            description = "Its text and its history are gone for good; that there was a post stays.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response withdrawBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        writing.withdraw(code, thread, id, ifMatch);
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/edits")
    @Operation(operationId = "listBoardPostEdits", summary = "What a post said before (編集履歴)")
    @APIResponse(
            responseCode = "200",
            description = "A page of former texts, oldest first",
            content = @Content(schema = @Schema(implementation = BoardPostEditPage.class)))
    public Response listBoardPostEdits(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(reading.edits(code, thread, id, page), uri);
    }

    @POST
    @Path("/{id}/hiding")
    @Operation(
            operationId = "hideBoardPost",
            summary = "Hide a post, with the reason (投稿の非表示)",
            description =
                    "By the chair and the secretariat of the group; its author and they still read it. All members of the group read"
                            + " the reason, until the post is shown again.")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response hideBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull Reason request) {
        return idempotency.once(key, request, () -> ETags.answer(writing.hide(code, thread, id, request.reason())));
    }

    @POST
    @Path("/{id}/showing")
    @Operation(operationId = "showBoardPost", summary = "Show a hidden post again (非表示の解除)")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response showBoardPost(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("thread") UUID thread,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(writing.show(code, thread, id)));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "BoardPostPage")
    record BoardPostPage(List<PostView> items, String next, Long count) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "BoardPostEditPage")
    record BoardPostEditPage(List<EditView> items, String next, Long count) {}
}
