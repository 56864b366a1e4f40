package jp.kakawari.registry.duplicate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

@Path("/v1/duplicate-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "duplicates",
        description = "名寄せ: pairs of records of different municipalities that may be one person; no personal data")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class DuplicateResource {

    private final Idempotency idempotency;
    private final ReadCandidates reading;
    private final DecideDuplicate deciding;

    DuplicateResource(Idempotency idempotency, ReadCandidates reading, DecideDuplicate deciding) {
        this.idempotency = idempotency;
        this.reading = reading;
        this.deciding = deciding;
    }

    @GET
    @Operation(
            operationId = "listDuplicateCandidates",
            summary = "List duplicate candidates, across municipalities (市区町村をまたぐ名寄せの候補一覧)",
            description =
                    "Only pairs that no municipality knows both of, and those decided by a municipality that no longer knows both, surest first."
                            + " Nothing of the people or of the municipalities is shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page of candidates",
            content = @Content(schema = @Schema(implementation = DuplicatePage.class)))
    public Response listDuplicateCandidates(
            @QueryParam("state")
                    @DefaultValue("OPEN")
                    @Parameter(description = "OPEN 未判断, MERGED 同一人 or DISTINCT 別人", example = "OPEN")
                    State state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Pages.answer(reading.page(state, page), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readDuplicateCandidate", summary = "Read a duplicate candidate (市区町村をまたぐ名寄せの候補)")
    @APIResponse(
            responseCode = "200",
            description = "The candidate",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Response readDuplicateCandidate(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, reading.one(id));
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            operationId = "decideDuplicate",
            summary = "Decide whether two records are one person (名寄せの判断)",
            description =
                    "Both records stay and count as one person, nationwide, from now on; or as two, whatever they have in common, and aren't proposed again.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Response decideDuplicate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DuplicateDecision decision) {
        return idempotency.once(
                key, decision, () -> answer(deciding.decide(Desk.ofOperator(), id, ifMatch, decision.samePerson())));
    }

    @DELETE
    @Path("/{id}/decision")
    @Operation(
            operationId = "undoDuplicateDecision",
            summary = "Undo a decision (名寄せの判断の取消)",
            description =
                    "The candidate is open again, and each record counts as before, unless another decision joins them.")
    @APIResponse(
            responseCode = "200",
            description = "Open again",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "409", description = "Nothing was decided")
    public Response undoDuplicateDecision(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(deciding.undo(Desk.ofOperator(), id, ifMatch));
    }

    private static Response answer(Candidate candidate) {
        return ETags.answer(CandidateView.of(candidate));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "DuplicateCandidatePage")
    record DuplicatePage(List<CandidateView> items, String next, Long count) {}
}
