package jp.kakawari.registry.board;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
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

@Path("/v1/groups/{code}/threads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "boards",
        description = "掲示板: for active member organisations of a council, committee or network, and nobody else")
@RolesAllowed({Roles.SECRETARIAT, Roles.PREFECTURE, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.PARTNER})
@RunOnVirtualThread
class ThreadResource {

    private final ReadBoard reading;
    private final WriteOnBoard writing;
    private final Idempotency idempotency;

    ThreadResource(ReadBoard reading, WriteOnBoard writing, Idempotency idempotency) {
        this.reading = reading;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "openBoardThread", summary = "Open a thread on the board of your group (スレッドの作成)")
    @APIResponse(
            responseCode = "201",
            description = "The thread",
            content = @Content(schema = @Schema(implementation = ThreadView.class)))
    public Response openBoardThread(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ThreadRequest request) {
        return idempotency.once(key, request, () -> {
            ThreadView view = writing.open(code, request);
            return ETags.created("/v1/groups/" + code + "/threads/" + view.id(), view);
        });
    }

    @GET
    @Operation(operationId = "listBoardThreads", summary = "List the threads of your group (スレッド一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of threads, those with the latest posts first",
            content = @Content(schema = @Schema(implementation = BoardThreadPage.class)))
    public Response listBoardThreads(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(reading.threads(code, page), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readBoardThread", summary = "Read a thread of your group (スレッド)")
    @APIResponse(
            responseCode = "200",
            description = "The thread",
            content = @Content(schema = @Schema(implementation = ThreadView.class)))
    public Response readBoardThread(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("id") UUID id,
            @Context Request request) {
        return ETags.answer(request, reading.thread(code, id));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            operationId = "closeBoardThread",
            summary = "Take no more posts in a thread (書込み終了)",
            description = "By whoever opened it, and by the chair and secretariat of the group.")
    @APIResponse(
            responseCode = "200",
            description = "The thread",
            content = @Content(schema = @Schema(implementation = ThreadView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response closeBoardThread(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(writing.close(code, id)));
    }

    @POST
    @Path("/{id}/reopening")
    @Operation(operationId = "reopenBoardThread", summary = "Take posts in a thread again (書込み再開)")
    @APIResponse(
            responseCode = "200",
            description = "The thread",
            content = @Content(schema = @Schema(implementation = ThreadView.class)))
    @APIResponse(responseCode = "409", description = "Not now; allowedActions says what is")
    public Response reopenBoardThread(
            @PathParam("code") @Parameter(description = "グループコード", example = "chiiki-shosha-network") Slug code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, () -> ETags.answer(writing.reopen(code, id)));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "BoardThreadPage")
    record BoardThreadPage(List<ThreadView> items, String next, Long count) {}
}
