package jp.kakawari.registry.survey;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
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

@Path("/v1/municipalities/{municipality}/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "surveys", description = "アンケート: questions to a segment of supporters, answered once each")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SurveyResource {

    private final AskSegment surveys;
    private final Caller caller;
    private final Idempotency idempotency;

    SurveyResource(AskSegment surveys, Caller caller, Idempotency idempotency) {
        this.surveys = surveys;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "draftSurvey",
            summary = "Draft a survey of a segment (アンケートの作成)",
            description = "Its letter is a campaign of kind SURVEY; nothing is sent before it is told to.")
    @APIResponse(
            responseCode = "201",
            description = "The survey",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response draftSurvey(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull SurveyRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            SurveyView view = surveys.draft(municipality.value(), request);
            return Response.created(URI.create("/v1/municipalities/" + municipality + "/surveys/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listSurveys", summary = "List a municipality's surveys (アンケートの一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of surveys, newest first, without their results",
            content = @Content(schema = @Schema(implementation = SurveyPage.class)))
    public Response listSurveys(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<SurveyView> found = surveys.page(municipality.value(), page);
        return Pages.answer(uri, page, found, SurveyView::id, () -> surveys.count(municipality.value()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readSurvey",
            summary = "Read a survey and its results (アンケートと集計)",
            description =
                    "While it takes answers only how many came. Once it is closed (by its last day or `closeSurvey`) the sums "
                            + "of that moment, which no answer changes any more: so two readings never differ by what one person chose. "
                            + "Sums of 1 to 9 are withheld, and others from which they could be computed.")
    @APIResponse(
            responseCode = "200",
            description = "The survey",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public SurveyView readSurvey(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return surveys.read(municipality.value(), id);
    }

    @POST
    @Path("/{id}/sending")
    @Operation(
            operationId = "sendSurvey",
            summary = "Send a survey to its segment (アンケートの配信)",
            description = "409 `survey-closed` when it takes no answers any more.")
    @APIResponse(
            responseCode = "200",
            description = "The survey",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response sendSurvey(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key, () -> Response.ok(surveys.send(municipality.value(), id)).build());
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            operationId = "closeSurvey",
            summary = "Close a survey and read its results (アンケートの締切)",
            description =
                    "For good: nobody answers any more, letters that aren't out yet are sent to nobody (its campaign is cancelled), "
                            + "and the results are told. 409 `survey-not-sent` for a draft, and for one whose campaign was cancelled "
                            + "before any letter went out; `survey-closed` when it takes no answers any more.")
    @APIResponse(
            responseCode = "200",
            description = "The survey with its results",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response closeSurvey(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key) {
        caller.mustActFor(municipality.value());
        return idempotency.once(
                key, () -> Response.ok(surveys.close(municipality.value(), id)).build());
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "SurveyPage")
    record SurveyPage(List<SurveyView> items, String next, Long count) {}
}
