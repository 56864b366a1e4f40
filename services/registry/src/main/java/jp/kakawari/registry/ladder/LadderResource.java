package jp.kakawari.registry.ladder;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.delegation.ActingFor;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
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

@Path("/v1/municipalities/{municipality}/ladder")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "ladders",
        description = "関わりの階梯: a municipality's own steps, such as 交流, 関係, 定住, and who came to which when")
@RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
@RunOnVirtualThread
class LadderResource {

    private final ClimbLadder climbing;
    private final Ladders ladders;
    private final ActingFor acting;
    private final ActiveMembers members;
    private final Caller caller;
    private final Idempotency idempotency;

    LadderResource(
            ClimbLadder climbing,
            Ladders ladders,
            ActingFor acting,
            ActiveMembers members,
            Caller caller,
            Idempotency idempotency) {
        this.climbing = climbing;
        this.ladders = ladders;
        this.acting = acting;
        this.members = members;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @PUT
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "putLadder",
            summary = "State your ladder (関わりの階梯の登録・更新)",
            description =
                    "Without If-Match the first time; saying the same again changes nothing. Who stands on a step that is"
                            + " gone keeps it until they move.")
    @APIResponse(
            responseCode = "200",
            description = "The ladder",
            content = @Content(schema = @Schema(implementation = LadderView.class)))
    public Response putLadder(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull LadderRequest request) {
        caller.mustActFor(municipality.value());
        members.callerMustBeActive();
        return ETags.answer(climbing.put(municipality.value(), request, ifMatch));
    }

    @GET
    @Operation(operationId = "readLadder", summary = "Read a municipality's ladder (関わりの階梯)")
    @APIResponse(
            responseCode = "200",
            description = "The ladder",
            content = @Content(schema = @Schema(implementation = LadderView.class)))
    public Response readLadder(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @Context Request request) {
        acting.must(Scope.ENGAGEMENTS, municipality);
        return ETags.answer(request, climbing.read(municipality.value(), caller.speaksFor(municipality.value())));
    }

    @POST
    @Path("/moves")
    @Operation(operationId = "moveOnLadder", summary = "Say that somebody came to another step (段階の移動)")
    @APIResponse(
            responseCode = "201",
            description = "The move",
            content = @Content(schema = @Schema(implementation = MoveView.class)))
    public Response moveOnLadder(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull MoveRequest request) {
        acting.mustWrite(Scope.ENGAGEMENTS, municipality);
        return idempotency.once(
                key,
                request,
                () -> Response.status(Response.Status.CREATED)
                        .entity(climbing.move(
                                municipality.value(),
                                request,
                                caller.organization().orElse(null)))
                        .build());
    }

    @GET
    @Path("/moves")
    @Operation(operationId = "listLadderMoves", summary = "List moves, of all or of one supporter (段階の移動の履歴)")
    @APIResponse(
            responseCode = "200",
            description = "A page of moves in the order in which they were told",
            content = @Content(schema = @Schema(implementation = MovePage.class)))
    public Response listLadderMoves(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("supporter") @Parameter(description = "関係人口のID") UUID supporter,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        acting.must(Scope.ENGAGEMENTS, municipality);
        List<MoveView> found = climbing.moves(municipality.value(), supporter, page);
        return Pages.answer(uri, page, found, MoveView::id, () -> ladders.countMoves(municipality.value(), supporter));
    }

    @DELETE
    @Path("/moves/{id}")
    @Operation(
            operationId = "takeBackLadderMove",
            summary = "Take back somebody's last move (段階の移動の取消)",
            description = "What was entered by mistake is gone from history and funnel.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "409", description = "Not their last move")
    public Response takeBackLadderMove(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        acting.mustWrite(Scope.ENGAGEMENTS, municipality);
        climbing.takeBack(municipality.value(), id);
        return Response.noContent().build();
    }

    @GET
    @Path("/funnel")
    @Operation(
            operationId = "readLadderFunnel",
            summary = "How many stand on each step, and the dated moves between them (関わりの漏斗)",
            description = "Sums only; small ones are shown, since the municipality sees each of these people anyway.")
    @APIResponse(
            responseCode = "200",
            description = "Numbers of now, and moves of the last year unless asked otherwise")
    public FunnelView readLadderFunnel(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("from") @Parameter(description = "first day", example = "2026-04-01") LocalDate from,
            @QueryParam("until") @Parameter(description = "last day", example = "2027-03-31") LocalDate until) {
        acting.must(Scope.ENGAGEMENTS, municipality);
        return climbing.funnel(municipality.value(), from, until);
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "LadderMovePage")
    record MovePage(List<MoveView> items, String next, Long count) {}
}
