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
import jp.kakawari.japan.LocalGovernmentCode;
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

@Path("/v1/municipalities/{municipality}/duplicate-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "municipality-duplicates",
        description = "市区町村の名寄せ: pairs of a municipality's own records that may be one person")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class TownDuplicateResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final ReadCandidates reading;
    private final DecideDuplicate deciding;

    TownDuplicateResource(Caller caller, Idempotency idempotency, ReadCandidates reading, DecideDuplicate deciding) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.reading = reading;
        this.deciding = deciding;
    }

    @GET
    @Operation(
            operationId = "listMunicipalityDuplicateCandidates",
            summary = "List duplicate candidates, a municipality's own (市区町村の名寄せの候補一覧)",
            description =
                    "Only pairs of which the municipality knows both, surest first; open ones, and those that it decided itself. Holds names: both people see that they were read. It never tells whether another municipality knows either.")
    @APIResponse(
            responseCode = "200",
            description = "A page of candidates",
            content = @Content(schema = @Schema(implementation = TownDuplicatePage.class)))
    public Response listMunicipalityDuplicateCandidates(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("state")
                    @DefaultValue("OPEN")
                    @Parameter(description = "OPEN 未判断, MERGED 同一人 or DISTINCT 別人", example = "OPEN")
                    State state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        return Pages.answer(reading.page(municipality, state, page), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMunicipalityDuplicateCandidate", summary = "Read a duplicate candidate (市区町村の名寄せの候補)")
    @APIResponse(
            responseCode = "200",
            description = "The candidate",
            content = @Content(schema = @Schema(implementation = TownCandidateView.class)))
    public Response readMunicipalityDuplicateCandidate(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context Request request) {
        caller.mustActFor(municipality.value());
        return ETags.answer(request, reading.one(municipality, id));
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            operationId = "decideMunicipalityDuplicate",
            summary = "Decide whether two records are one person (名寄せの判断)",
            description =
                    "Both records stay and count as one person, nationwide, from now on; or as two, whatever they have in common, and aren't proposed again.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    public Response decideMunicipalityDuplicate(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DuplicateDecision decision) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key,
                decision,
                () -> answer(deciding.decide(Desk.of(municipality), id, ifMatch, decision.samePerson())));
    }

    @DELETE
    @Path("/{id}/decision")
    @Operation(
            operationId = "undoMunicipalityDuplicateDecision",
            summary = "Undo a decision (名寄せの判断の取消)",
            description =
                    "The candidate is open again, and each record counts as before, unless another decision joins them.")
    @APIResponse(
            responseCode = "200",
            description = "Open again",
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "409", description = "Nothing was decided")
    public Response undoMunicipalityDuplicateDecision(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        caller.mustActFor(municipality.value());
        return answer(deciding.undo(Desk.of(municipality), id, ifMatch));
    }

    private static Response answer(Candidate candidate) {
        return ETags.answer(CandidateView.of(candidate));
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "MunicipalityDuplicateCandidatePage")
    record TownDuplicatePage(List<TownCandidateView> items, String next, Long count) {}
}
