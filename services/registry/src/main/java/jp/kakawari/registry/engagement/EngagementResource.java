package jp.kakawari.registry.engagement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.delegation.ActingFor;
import jp.kakawari.web.Caller;
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

@Path("/v1/municipalities/{municipality}/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "engagements",
        description =
                "関わりの記録: the ledger from which stages and KPIs derive; by a municipality, or by whom it delegated ENGAGEMENTS to")
@RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
@RunOnVirtualThread
class EngagementResource {

    private final Caller caller;
    private final ActingFor acting;
    private final Idempotency idempotency;
    private final RecordByMunicipality recording;
    private final DecideEngagement deciding;
    private final Engagements engagements;

    EngagementResource(
            Caller caller,
            ActingFor acting,
            Idempotency idempotency,
            RecordByMunicipality recording,
            DecideEngagement deciding,
            Engagements engagements) {
        this.caller = caller;
        this.acting = acting;
        this.idempotency = idempotency;
        this.recording = recording;
        this.deciding = deciding;
        this.engagements = engagements;
    }

    @POST
    @Operation(
            operationId = "recordEngagement",
            summary = "Record an engagement (関わりの記録)",
            description = "201 the first time; 200 with the same record when its sourceTransaction is told again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response recordEngagement(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull EngagementRequest request) {
        acting.mustWrite(Scope.ENGAGEMENTS, municipality);
        return idempotency.once(key, request, () -> {
            var outcome = recording.record(
                    municipality.value(), request, caller.organization().orElse(null));
            EngagementView view = outcome.view();
            String address = "/v1/municipalities/" + municipality + "/engagements/" + view.id();
            return outcome.isNew() ? ETags.created(address, view) : ETags.answer(view);
        });
    }

    @GET
    @Operation(operationId = "listEngagements", summary = "List a municipality's engagements (関わりの記録一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of engagements in the order in which they were recorded",
            content = @Content(schema = @Schema(implementation = EngagementPage.class)))
    public Response listEngagements(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("supporter") @Parameter(description = "関係人口のID") UUID supporter,
            @QueryParam("status") @Parameter(description = "SELF_REPORTED 本人申告（確認待ち）, ATTESTED 確認済み, REJECTED 却下")
                    Status status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        acting.must(Scope.ENGAGEMENTS, municipality);
        var filter = new Engagements.Filter(municipality.value(), supporter, status);
        List<EngagementView> found =
                engagements.page(filter, page).stream().map(EngagementView::of).toList();
        return Pages.answer(uri, page, found, EngagementView::id, () -> engagements.count(filter));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readEngagement", summary = "Read an engagement (関わりの記録)")
    @APIResponse(
            responseCode = "200",
            description = "The engagement",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response readEngagement(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @Context Request request) {
        acting.must(Scope.ENGAGEMENTS, municipality);
        EngagementView view =
                engagements.of(municipality.value(), id).map(EngagementView::of).orElseThrow(NotFound::new);
        return ETags.answer(request, view.revision(), () -> view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "decideEngagement",
            summary = "Attest or reject an engagement (関わりの確認・却下)",
            description = "The tie's stage follows at once.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response decideEngagement(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Decision decision) {
        acting.mustWrite(Scope.ENGAGEMENTS, municipality);
        return ETags.answer(deciding.decide(municipality.value(), id, ifMatch, decision.status()));
    }

    /** Whether an entry holds. */
    @Schema(name = "EngagementDecision")
    record Decision(
            @NotNull @Schema(description = "ATTESTED 確認 or REJECTED 却下", examples = "REJECTED")
            Status status) {}

    /** Shape of a page, for the document only. */
    @Schema(name = "EngagementPage")
    record EngagementPage(List<EngagementView> items, String next, Long count) {}
}
